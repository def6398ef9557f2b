import { createDataSource, createRedis, postgresProbe, redisProbe, type Logger } from '@job-scope/platform-nest';
import { once } from 'node:events';
import { describeWith } from './describe-with';
import { runSql } from './postgres';
import { testPostgres } from './test-postgres';

const warnings = () => {
  const said: string[] = [];
  const logger: Logger = {
    error: () => {},
    info: () => {},
    debug: () => {},
    warn: (message) => void said.push(message),
  };
  return { said, logger };
};

describe('createDataSource', () => {
  const postgres = testPostgres();

  it('connects under the name of the application, with limits on statements', async () => {
    const dataSource = await createDataSource({ url: postgres.url, applicationName: 'sample' });
    const settings =
      "SELECT current_setting('application_name') AS name, current_setting('statement_timeout') AS timeout";
    expect(await dataSource.query(settings)).toEqual([{ name: 'sample', timeout: '30s' }]);
    await expect(postgresProbe(dataSource).check()).resolves.toBeUndefined();
    await dataSource.destroy();
    await expect(postgresProbe(dataSource).check()).rejects.toThrow();
  });

  it('survives the loss of its connections, idle and at work', async () => {
    const { said, logger } = warnings();
    const dataSource = await createDataSource({ url: postgres.url, applicationName: 'fragile', logger });
    const lose = () =>
      runSql(postgres.url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fragile'");

    await Promise.all([dataSource.query('SELECT pg_sleep(0)'), dataSource.query('SELECT pg_sleep(0)')]);
    const atWork = dataSource.query('SELECT pg_advisory_lock(1), pg_terminate_backend(pg_backend_pid())');
    await expect(atWork).rejects.toThrow(/terminat/);
    await lose();
    await expect(dataSource.query('SELECT 1 AS n').catch(() => dataSource.query('SELECT 1 AS n'))).resolves.toEqual([
      { n: 1 },
    ]);
    expect(said).toContain('lost a database connection');
    await dataSource.destroy();
  });

  it('says at once when there is no server', async () => {
    const nowhere = Object.assign(new URL(postgres.url), { port: '1' }).href;
    await expect(createDataSource({ url: nowhere, applicationName: 'sample' })).rejects.toThrow('ECONNREFUSED');
  });
});

describeWith('redis', (getUrl) => {
  it('is reached under the name of the application', async () => {
    const redis = createRedis(getUrl(), 'sample');
    expect(await redis.client('GETNAME')).toBe('sample');
    await expect(redisProbe(redis).check()).resolves.toBeUndefined();
    redis.disconnect();
  });

  it('may be lost and comes back, without ending the process', async () => {
    const { said, logger } = warnings();
    const redis = createRedis(getUrl(), 'fragile', logger);
    const killer = createRedis(getUrl(), 'killer');
    const id = await redis.client('ID');
    const lost = once(redis, 'close');
    await killer.client('KILL', 'ID', id);
    await lost;
    expect(await redis.ping()).toBe('PONG');
    expect(await redis.client('ID')).not.toBe(id);
    expect(said).toEqual([]);
    redis.disconnect();
    killer.disconnect();
  });

  it('never drops jobs for lack of memory', async () => {
    const redis = createRedis(getUrl(), 'sample');
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    redis.disconnect();
  });
});

describeWith('elasticsearch', (getUrl) => {
  it('runs the version that the client speaks', async () => {
    const answer = (await (await fetch(getUrl())).json()) as { version: { number: string } };
    expect(answer.version.number).toMatch(/^8\.19\./);
  });
});
