import {
  createDataSource,
  createRedis,
  postgresProbe,
  redisProbe,
  silentLogger,
  type Logger,
} from '@job-scope/platform-nest';
import { EventEmitter, once } from 'node:events';
import type { DataSource } from 'typeorm';
import { describeWith } from './describe-with';
import { runSql } from './postgres';
import { testPostgres } from './test-postgres';

const TERMINATE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fragile'";

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

  it.each([
    ['at work', (dataSource: DataSource) => dataSource.query('SELECT pg_terminate_backend(pg_backend_pid())')],
    ['idle', () => runSql(postgres.url, TERMINATE)],
  ])('survives the loss of a connection %s, and tells the log', async (_, lose) => {
    const lost = new EventEmitter();
    const logger: Logger = { ...silentLogger, warn: (message) => void lost.emit('warning', message) };
    const dataSource = await createDataSource({ url: postgres.url, applicationName: 'fragile', logger });
    const warning = once(lost, 'warning');
    await lose(dataSource).catch(() => 'its own statement fails with it');
    expect(await warning).toEqual(['lost a database connection']);
    expect(await dataSource.query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await dataSource.destroy();
  });

  it('waits no longer than allowed for a server that hangs', async () => {
    const dataSource = await createDataSource({ url: postgres.url, applicationName: 'patient', answerTimeoutMs: 200 });
    await expect(dataSource.query('SELECT pg_sleep(20)')).rejects.toThrow('timeout');
    await runSql(postgres.url, TERMINATE.replace('fragile', 'patient'));
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
    const redis = createRedis(getUrl(), 'fragile');
    const killer = createRedis(getUrl(), 'killer');
    const id = await redis.client('ID');
    const lost = once(redis, 'close');
    await killer.client('KILL', 'ID', id);
    await lost;
    expect(await redis.ping()).toBe('PONG');
    expect(await redis.client('ID')).not.toBe(id);
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
