import { createDataSource, postgresRateLimits, PostgresSharedUsage, type RateLimits } from '@job-scope/platform-nest';
import { platformMigrations } from '@job-scope/platform-nest/migrations';
import type { DataSource } from 'typeorm';
import { migrateForTests } from './migrate-for-tests';
import { describeRateLimits, describeStoredKeys } from './rate-limits.suite';
import { describeSharedUsage } from './shared-usage.suite';
import { testPostgres } from './test-postgres';

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(60_000);

const database = testPostgres();
let gateway: DataSource;
let auth: DataSource;

/** As the role of a service: grants that are missing show. */
const connect = (role: string): Promise<DataSource> => {
  const url = new URL(database.url);
  url.searchParams.set('options', `-c role=${role}`);
  return createDataSource({ url: url.href, applicationName: 'rate-limit-specs' });
};

beforeAll(async () => {
  await migrateForTests(database.url, platformMigrations);
  [gateway, auth] = await Promise.all([connect('job_scope_gateway'), connect('job_scope_auth')]);
});
afterAll(() => Promise.all([gateway.destroy(), auth.destroy()]));

const store = {
  elapse: async (ms: number) => {
    await gateway.query('UPDATE platform.rate_limits SET expire = expire - $1', [ms]);
  },
  keys: async () => {
    const rows = await gateway.query<{ key: string }[]>('SELECT key FROM platform.rate_limits');
    return rows.map(({ key }) => key);
  },
};

const empty = () => gateway.query('DELETE FROM platform.rate_limits');

describeRateLimits('on PostgreSQL', async () => {
  await empty();
  const sources = [auth, gateway];
  return { ...store, replica: (policies): RateLimits => postgresRateLimits(sources.pop() ?? auth, policies) };
});

describeStoredKeys('on PostgreSQL', async (policies) => {
  await empty();
  return { limits: postgresRateLimits(auth, policies), keys: store.keys };
});

describeSharedUsage('on PostgreSQL', async () => {
  await empty();
  const sources = [gateway, auth];
  return { ...store, replica: () => new PostgresSharedUsage(sources.pop() ?? gateway) };
});

describe('the table of rate limits', () => {
  beforeEach(empty);

  it('is told of a second in one statement', async () => {
    const query = jest.spyOn(gateway, 'query');
    const used = Array.from({ length: 100 }, (_, i) => ({ key: `global:${i}`, requests: 1 }));
    await new PostgresSharedUsage(gateway).add(used, 60_000);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });

  it('B-5: keeps nothing for long that has ended, of exact limits neither', async () => {
    const limits = postgresRateLimits(auth, { login: { requests: 1, seconds: 60 } });
    const usage = new PostgresSharedUsage(gateway);
    await limits.consume('login', 'ann');
    await usage.add([{ key: 'global:ended', requests: 1 }], 60_000);
    await store.elapse(125_000);
    await limits.consume('login', 'bob');
    await usage.add([{ key: 'global:new', requests: 1 }], 60_000);
    expect((await store.keys()).map((key) => key.split(':')[0]).sort()).toEqual(['global', 'login']);
    expect(await usage.add([{ key: 'global:new', requests: 1 }], 60_000)).toMatchObject([{ requests: 2 }]);
  });

  it('A-10: lets nothing pass while it is away, and says why, which is taken for an outage', async () => {
    const shutdown = Object.assign(new Error('the database system is shutting down'), { code: '57P03' });
    const { master } = auth.driver as DataSource['driver'] & { master: { query(): Promise<unknown> } };
    const query = jest.spyOn(master, 'query').mockRejectedValueOnce(shutdown);
    const limits = postgresRateLimits(auth, { login: { requests: 1, seconds: 60 } });
    await expect(limits.consume('login', 'ann')).rejects.toBe(shutdown);
    query.mockRestore();
  });
});
