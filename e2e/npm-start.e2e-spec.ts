import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startProcess } from '@job-scope/platform-testing';
import { LocalStack, workspace } from './local-stack.fixture';

/** Runs lines in a shell as a newcomer would, in another folder, and returns what each prints. */
const paste = (...lines: string[]): string[] => {
  const script = lines.join('\necho ======\n');
  return execFileSync('sh', ['-euc', script], { cwd: '/', encoding: 'utf8' }).split('======\n');
};

describe('npm start', () => {
  const stack = new LocalStack();
  afterAll(() => stack.destroy());

  it('collects, shows lines that work as printed, is alone, and leaves no process behind', async () => {
    const running = await stack.start(['--vacancies', '300']);
    expect(running.trials).toHaveLength(3);
    const [search = '', , collection = ''] = paste(...running.trials);
    expect(JSON.parse(search).total.value).toBeGreaterThan(0);
    expect(JSON.parse(collection)).toMatchObject({ status: 'requested', query: { text: 'node.js' } });
    expect(running.screen).toContain(`password ${stack.superuserPassword}`);

    const second = await stack.startInVain([]);
    expect(second).toMatchObject({ code: 1, output: expect.stringMatching(/runs here already: process \d+/) });

    expect(await running.stop()).toMatchObject({ code: 0 });
    expect(stack.processes()).toEqual([]);
  });

  it('starts again with what is there, and shows the password no more', async () => {
    const running = await stack.start();

    expect(running.screen).toContain('300 vacancies are there from an earlier start');
    expect(running.screen).not.toContain(stack.superuserPassword);
    await running.stop();
  });

  it('loses nothing when it is killed: services end by themselves, PostgreSQL is used again', async () => {
    const killed = await stack.start();
    process.kill(Number.parseInt(stack.file('start.pid'), 10), 'SIGKILL');
    await killed.process.exited;
    const again = await stack.start();

    expect(again.screen).toContain('300 vacancies are there');
    expect(await again.stop('SIGTERM')).toMatchObject({ code: 0 });
    expect(stack.processes()).toEqual([]);
  });

  it('ends with the last lines of a service that crashes', async () => {
    const running = await stack.start();
    process.kill(running.pidOf('scheduler'), 'SIGKILL');

    expect(await running.process.exited).toMatchObject({ code: 1 });
    expect(running.screen).toMatch(/scheduler ended unexpectedly \(SIGKILL\)[^]*"message"/);
    expect(stack.processes()).toEqual([]);
  });

  it('takes vacancies from another source, and collects there only what is asked for', async () => {
    const source = await startProcess({
      command: process.execPath,
      args: [join(workspace, 'dist/tools/simulators/headhunter/main.js'), '--port', '0', '--size', '400'],
      readyWhen: /ready at/,
    });
    const HEADHUNTER_BASE_URL = /http:\S+/.exec(source.output())?.[0] ?? '';
    const HEADHUNTER_USER_AGENT = 'JobScopeTest/1.0 (test@example.com)';
    const running = await stack.start([], { HEADHUNTER_BASE_URL, HEADHUNTER_USER_AGENT });

    expect(running.screen).toContain(`vacancies from ${HEADHUNTER_BASE_URL}`);
    expect(running.screen).toContain('Nothing is collected: vacancies come from HEADHUNTER_BASE_URL');
    expect(JSON.parse(paste(...running.trials)[2] ?? '')).toMatchObject({ status: 'requested' });
    await running.stop();
    await source.stop();
  });

  it('says which setting of a service is wrong, and stops', async () => {
    const { code, output } = await stack.startInVain([], { DEFAULT_SCHEDULE_TIME_ZONE: 'Europe/Nowhere' });

    expect(code).toBe(1);
    expect(output).toMatch(/DEFAULT_SCHEDULE_TIME_ZONE: got "Europe\/Nowhere"/);
    expect(stack.processes()).toEqual([]);
  });
});
