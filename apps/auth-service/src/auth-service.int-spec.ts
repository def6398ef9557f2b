import { authMigrations } from '@job-scope/auth-infrastructure/migrations';
import { createLogger, loadSettings } from '@job-scope/platform-nest';
import { platformMigrations } from '@job-scope/platform-nest/migrations';
import { describeWith, migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import request from 'supertest';
import { compose } from './compose';
import { createAuthService } from './create-auth-service';
import { AuthSettings } from './settings';

const WORKSPACE = resolve(__dirname, '../../..');
const EMAIL = 'root@example.com';

describe('auth-service on real servers', () => {
  const database = testPostgres();
  const secret = randomBytes(32).toString('base64');
  let env: Record<string, string>;
  let password: string;
  const mailFolder = mkdtempSync(join(tmpdir(), 'auth-mail-'));
  afterAll(() => rmSync(mailFolder, { recursive: true }));

  /** Runs the operator's program from its source. */
  const cli = async (...args: readonly string[]): Promise<string> => {
    const options = {
      cwd: WORKSPACE,
      env: { ...process.env, ...env, NODE_OPTIONS: '', TS_NODE_PROJECT: 'tsconfig.base.json' },
    };
    const program = ['-r', '@swc-node/register', 'apps/auth-service/src/cli.ts'];
    return (await promisify(execFile)(process.execPath, [...program, ...args], options)).stdout;
  };

  beforeAll(async () => {
    await migrateForTests(database.url, platformMigrations);
    await migrateForTests(database.url, authMigrations);
    const url = new URL(database.url);
    url.searchParams.set('options', '-c role=job_scope_auth');
    env = { DATABASE_URL: url.href, KEY_ENCRYPTION_KEY: secret, JWT_TRANSPORT: 'header' };
    expect(await cli('keys:ensure')).toBe('first signing key created\n');
    const created = await cli('superuser:create', '--email', EMAIL);
    password = /^password: (\S+)$/m.exec(created)?.[1] ?? '';
  }, 60_000);

  it('leaves the superuser as it is when asked to make it again', async () => {
    expect(await cli('superuser:create', '--email', EMAIL)).toBe(`user ${EMAIL} exists and is left unchanged\n`);
  }, 30_000);

  const journey = async (redisUrl?: string): Promise<void> => {
    const logger = createLogger({ service: 'auth-service', level: 'error', stream: new PassThrough().resume() });
    const settings = loadSettings(AuthSettings, { ...env, MAIL_FOLDER: mailFolder, REDIS_URL: redisUrl });
    const { bindings, close, probes } = await compose(settings, logger);
    const app = await createAuthService(bindings, { logger, trustedProxies: settings.trustedProxies });
    const server = request(app.getHttpServer());
    const post = (path: string, body?: object) => server.post(`/api/v1/auth/${path}`).send(body);
    const me = (token: string) => server.get('/api/v1/auth/me').set('authorization', `Bearer ${token}`);
    try {
      for (const probe of probes) await probe.check();
      const login = await post('login', { email: EMAIL, password });
      expect((await me(login.body.accessToken)).body).toMatchObject({ email: EMAIL, superuser: true });
      const { refreshToken } = login.body;
      const tabs = await Promise.all(Array.from({ length: 10 }, () => post('refresh', { refreshToken })));
      expect(new Set(tabs.map(({ status }) => status))).toEqual(new Set([200]));
      const { accessToken } = tabs[0]?.body ?? {};
      expect((await post('logout').set('authorization', `Bearer ${accessToken}`)).status).toBe(204);
      expect((await me(accessToken)).status).toBe(401);
      expect((await post('refresh', { refreshToken: tabs[0]?.body.refreshToken })).status).toBe(401);
    } finally {
      await app.close();
      await close();
    }
  };

  it('logs in, refreshes in parallel and logs out on PostgreSQL alone', () => journey());

  describeWith('redis', (getUrl) => {
    it('logs in, refreshes in parallel and logs out with sessions in Redis', () => journey(getUrl()));
  });

  it('is not ready with another KEY_ENCRYPTION_KEY, and says which setting is at fault', async () => {
    const logger = createLogger({ service: 'auth-service', level: 'error', stream: new PassThrough().resume() });
    const other = { KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'), MAIL_FOLDER: mailFolder };
    const settings = loadSettings(AuthSettings, { ...env, ...other });
    await expect(compose(settings, logger)).rejects.toThrow('KEY_ENCRYPTION_KEY');
  });
});

describe('the settings of auth-service', () => {
  it('name what is missing or wrong, and show no secret', () => {
    const faulty = { KEY_ENCRYPTION_KEY: 'c2hvcnQ=', JWT_TRANSPORT: 'headers', ACCESS_TOKEN_TTL_SECONDS: '0' };
    const load = () => loadSettings(AuthSettings, faulty);
    for (const variable of ['DATABASE_URL', ...Object.keys(faulty)]) expect(load).toThrow(variable);
    expect(load).not.toThrow('c2hvcnQ=');
  });
});
