import { WinstonModule } from 'nest-winston';
import { runWithTraceparent } from '../tracing';
import { LogLines } from './log-lines.fixture';
import { createLogger } from './logger';

const setUp = (level: 'info' | 'debug' = 'info') => {
  const log = new LogLines();
  return { log, logger: createLogger({ service: 'sample', level, stream: log }) };
};

describe('logger', () => {
  it('writes ECS fields', () => {
    const { log, logger } = setUp();
    logger.info('stored a page', { 'event.action': 'page-stored', page: 3 });
    expect(log.lines).toEqual([
      {
        '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
        'log.level': 'info',
        message: 'stored a page',
        'service.name': 'sample',
        'event.action': 'page-stored',
        page: 3,
      },
    ]);
  });

  it('writes the trace it is called in', () => {
    const { log, logger } = setUp();
    runWithTraceparent('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', () => logger.info('here'));
    expect(log.lines[0]).toMatchObject({ 'trace.id': '4bf92f3577b34da6a3ce929d0e0e4736' });
  });

  it('leaves out what is below its level', () => {
    const { log, logger } = setUp();
    logger.debug('a detail');
    expect(log.lines).toEqual([]);
  });

  it('writes an error with its stack and its causes', () => {
    const { log, logger } = setUp();
    const error = new TypeError('outer', { cause: Object.assign(new Error('inner'), { code: 'ECONNREFUSED' }) });
    logger.error('failed', { error });
    expect(log.lines[0]).toMatchObject({ message: 'failed', 'error.type': 'TypeError', 'error.message': 'outer' });
    expect(log.lines[0]?.['error.stack_trace']).toMatch(/TypeError: outer\n.*caused by: Error: inner\n/s);
  });

  it('writes a thrown value that is no error', () => {
    const { log, logger } = setUp();
    logger.error('failed', { error: 'just a text' });
    expect(log.lines[0]).toMatchObject({ 'error.message': 'just a text' });
  });

  it('speaks for Nest, with the name of who speaks', () => {
    const { log, logger } = setUp();
    const nest = WinstonModule.createLogger({ instance: logger });
    nest.warn('careful', 'Router');
    nest.error('broken', 'Error: broken\n    at there', 'Router');
    expect(log.lines).toMatchObject([
      { 'log.level': 'warn', message: 'careful', 'log.logger': 'Router' },
      { 'log.level': 'error', message: 'broken', 'error.stack_trace': 'Error: broken\n    at there' },
    ]);
  });

  describe('redacts', () => {
    const SECRET = 'hunter2';

    it.each([
      [{ authorization: SECRET }],
      [{ headers: { 'Set-Cookie': SECRET } }],
      [{ user: { passwordHash: SECRET } }],
      [{ refreshToken: SECRET }],
      [{ client_secret: SECRET }],
      [{ DATABASE_URL: SECRET }],
      [{ list: [{ apiKey: SECRET }] }],
      [{ url: `postgres://app:${SECRET}@db/jobs` }],
      [{ header: `Bearer ${SECRET}` }],
      [{ header: `sent with basic ${SECRET}` }],
      [{ jwt: `eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.${SECRET}` }],
      [{ error: new Error(`cannot connect to redis://:${SECRET}@cache:6379`) }],
    ])('%j', (fields) => {
      const { log, logger } = setUp();
      logger.info('something', fields);
      expect(log.lines).toHaveLength(1);
      expect(log.text).not.toContain(SECRET);
    });

    it('secrets in the message itself', () => {
      const { log, logger } = setUp();
      logger.info(`connecting to postgres://app:${SECRET}@db/jobs`);
      expect(log.lines[0]?.['message']).toBe('connecting to postgres://app:[redacted]@db/jobs');
    });

    it('nothing else', () => {
      const { log, logger } = setUp();
      const fields = {
        keyword: 'secretary',
        url: 'https://example.org:8080/a@b',
        count: 0,
        none: null,
        deep: { a: [1] },
      };
      logger.info('something', fields);
      expect(log.lines[0]).toMatchObject(fields);
    });

    it('and survives a value that contains itself', () => {
      const { log, logger } = setUp();
      const circle: Record<string, unknown> = {};
      circle['self'] = circle;
      logger.info('something', { circle });
      expect(log.lines).toHaveLength(1);
    });
  });
});
