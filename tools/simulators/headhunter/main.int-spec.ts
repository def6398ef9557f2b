import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { USER_AGENT } from './testing/client';

// Each test starts a process of its own, which takes seconds on a busy machine.
jest.setTimeout(30_000);

const ROOT = join(__dirname, '../../..');
const SAMPLE = join(__dirname, 'fixtures/sample-items.json');
const headers = { 'hh-user-agent': USER_AGENT };
const children = new Set<ChildProcess>();

function run(...args: string[]) {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', join(__dirname, 'main.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', TS_NODE_PROJECT: 'tsconfig.base.json' },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function start(...args: string[]) {
  const child = run('--port', '0', ...args);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, line: line.toString(), url: /http:\S+/.exec(line.toString())?.[0] ?? '' };
}

async function fail(...args: string[]) {
  const child = run(...args);
  const [[code], error] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
  return { code, error };
}

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

describe('the program', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('says where it is in one line and stops cleanly at %s', async (signal) => {
    const { child, line, url } = await start('--size', '25');
    expect(line).toMatch(/^HeadHunter simulator ready at http:\/\/127\.0\.0\.1:\d+ with 25 vacancies\n$/);
    const answer = await fetch(`${url}/vacancies?per_page=100`, { headers });
    expect(((await answer.json()) as { items: [] }).items).toHaveLength(25);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('stops although a request hangs', async () => {
    const { child, url } = await start('--size', '1', '--control');
    const body = JSON.stringify({ name: 'hang' });
    await fetch(`${url}/__control/scenario`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    const hanging = fetch(`${url}/vacancies`, { headers });
    const requests = async () =>
      ((await (await fetch(`${url}/__control/requests`)).json()) as { requests: [] }).requests;
    while ((await requests()).length === 0);
    child.kill('SIGTERM');
    await expect(hanging).rejects.toThrow();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('serves the items of a file', async () => {
    const { url } = await start('--data', SAMPLE);
    const answer = await fetch(`${url}/vacancies?per_page=0`, { headers });
    expect(await answer.json()).toMatchObject({ found: 110 });
  });

  it('shows help', async () => {
    const child = run('--help');
    expect(await text(child.stdout)).toContain('--depth-limit');
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(0);
  });
});

describe('what a user can mend', () => {
  it.each([
    [['--size', 'many'], '--size must be an integer from 0 to 1000000, not "many"'],
    [['--data', 'no-such-file.json'], '--data no-such-file.json: cannot be read (ENOENT)'],
    [['--data', __filename], 'it is not JSON'],
  ])('%j ends with exit code 2 and a line about it', async (args, message) => {
    const { code, error } = await fail(...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(error).not.toContain('    at ');
  });

  it('a port that is taken ends with exit code 1 and the way out', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, error } = await fail('--port', String(port), '--size', '1');
    other.close();
    expect(code).toBe(1);
    expect(error).toContain(`port ${port} is in use`);
  });
});
