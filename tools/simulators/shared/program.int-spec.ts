import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

// Each test starts a process of its own, which takes seconds on a busy machine.
jest.setTimeout(30_000);

const ROOT = join(__dirname, '../../..');
const children = new Set<ChildProcess>();

function run(simulator: string, ...args: string[]) {
  const main = join('tools/simulators', simulator, 'main.ts');
  const child = spawn(process.execPath, ['-r', '@swc-node/register', main, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', TS_NODE_PROJECT: 'tsconfig.base.json' },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

describe.each([
  ['trudvsem', 'Trudvsem', 'vacancies', '/api/v1/vacancies'],
  ['greenhouse', 'Greenhouse', 'jobs', '/v1/boards/quietlantern/jobs'],
])('the program of %s', (simulator, name, noun, path) => {
  it('says where it is in one line, serves, and stops cleanly', async () => {
    const child = run(simulator, '--port', '0', '--size', '25');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const [, url] = /ready at (\S+) with 25/.exec(line.toString()) ?? [];
    expect(line.toString()).toBe(`${name} simulator ready at ${url} with 25 ${noun}\n`);
    expect((await fetch(`${url}${path}`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends with exit code 2 and a line about what a user can mend', async () => {
    const child = run(simulator, '--size', 'many');
    const [[code], error] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
    expect([code, error]).toEqual([2, expect.stringMatching(/^--size must be an integer .*\nTry --help.\n$/)]);
  });
});
