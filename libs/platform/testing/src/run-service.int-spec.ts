import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import type { RunningProcess } from './process';
import { startScript } from './script.fixture';
import { freePort } from './server';

// A process to start for nearly every test: a second, but on a busy machine many.
jest.setTimeout(60_000);

const STARTED = /"service-started"/;

const startService = (env: Readonly<Record<string, string>> = {}, readyWhen = STARTED) =>
  startScript('service.fixture.ts', [], env, readyWhen);

describe('a service', () => {
  let management: string;
  let managementPort: string;
  let service: RunningProcess | undefined;

  beforeEach(async () => {
    managementPort = String(await freePort());
    management = `http://127.0.0.1:${managementPort}`;
  });
  afterEach(async () => {
    await service?.stop('SIGKILL');
  });

  const start = async (env: Readonly<Record<string, string>> = {}, readyWhen = STARTED) => {
    service = await startService({ MANAGEMENT_PORT: managementPort, ...env }, readyWhen);
    return service;
  };
  const urlOf = async (running: RunningProcess) => {
    const line = await running.line(/listens on/);
    return /listens on (\S+) now/.exec(line)![1]!;
  };
  const readiness = async () => {
    const answer = await fetch(`${management}/readyz`);
    return [answer.status, await answer.json()];
  };

  it('tells on its own port how it is: alive, ready, and degraded by name', async () => {
    const url = await urlOf(await start());
    expect((await fetch(`${management}/livez`)).status).toBe(200);
    expect(await readiness()).toEqual([200, { status: 'ready', missing: [] }]);
    await fetch(`${url}/break`, { method: 'POST' });
    expect(await readiness()).toEqual([200, { status: 'degraded', missing: ['search'] }]);
    const metrics = await (await fetch(`${management}/metrics`)).text();
    expect(metrics).toMatch(/^http_request_duration_seconds_count\{service="sample",.*route="\/break".*\} 1$/m);
    expect(metrics).toContain('process_cpu_seconds_total');
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  it('is alive but not ready while it starts', async () => {
    const held = await start({ HOLD_START: 'true' }, /"holding"/);
    expect((await fetch(`${management}/livez`)).status).toBe(200);
    expect(await readiness()).toEqual([503, { status: 'starting', missing: [] }]);
    process.kill(held.pid, 'SIGUSR2');
    await held.line(STARTED);
    expect((await readiness())[0]).toBe(200);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends in order on %s, after what is under way', async (signal) => {
    const running = await start();
    const url = await urlOf(running);
    const answer = fetch(`${url}/slow`);
    await running.line(/slow has begun/);
    process.kill(running.pid, signal);
    await running.line(/"service-stopping"/);
    expect(await readiness()).toEqual([503, { status: 'draining', missing: [] }]);
    await fetch(`${url}/release`, { method: 'POST' });
    expect(await (await answer).text()).toBe('finished');
    expect(await running.exited).toEqual({ code: 0, signal: null });
    expect(running.output().split('\n').at(-1)).toMatch(/"the service has stopped".*"service-stopped"/);
  });

  it('ends at once when it is told twice', async () => {
    const running = await start({ NEVER_CLOSE: 'true' });
    process.kill(running.pid, 'SIGTERM');
    await running.line(/"service-stopping"/);
    expect(await running.stop('SIGTERM')).toEqual({ code: 1, signal: null });
  });

  it('ends when its time for an orderly end is over', async () => {
    const running = await start({ NEVER_CLOSE: 'true', SHUTDOWN_GRACE_SECONDS: '1' });
    expect(await running.stop('SIGTERM')).toEqual({ code: 1, signal: null });
    expect(running.output()).toContain('did not stop within 1 s');
  });

  it('ends with a log line when a promise fails that nobody waits for', async () => {
    const running = await start();
    const url = await urlOf(running);
    await fetch(`${url}/reject`, { method: 'POST' }).catch(() => 'the connection may end with it');
    expect(await running.exited).toEqual({ code: 1, signal: null });
    expect(running.output()).toMatch(/unhandledRejection.*"error.message":"nobody waits for this"/);
  });

  it('explains wrong settings without a stack, and keeps the secret', async () => {
    const wrong = startService({ MANAGEMENT_PORT: 'abc', PASSWORD: 'hunter2', PORT: 'x' });
    const error = await wrong.catch((reason: Error) => reason.message);
    expect(error).toMatch(
      /ended \(1\).*sample cannot start. Wrong or missing settings:\n {2}MANAGEMENT_PORT: got "abc"/s,
    );
    expect(error).not.toMatch(/hunter2|\n\s+at /);
  });

  describe('whose port is taken', () => {
    let other: Server;
    let taken: number;
    beforeAll(async () => {
      other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      taken = (other.address() as AddressInfo).port;
    });
    afterAll(() => other.close());

    it.each(['MANAGEMENT_PORT', 'PORT'])('names it and %s', async (variable) => {
      await expect(start({ [variable]: String(taken) })).rejects.toThrow(
        `sample cannot start. 127.0.0.1:${taken} is already in use by another program. Set ${variable} to another port.`,
      );
    });
  });
});
