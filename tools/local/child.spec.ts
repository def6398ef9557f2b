import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { freePort, startProcess } from '@job-scope/platform-testing';
import { Child } from './child';
import { Stack } from './stack';

const SERVER = `
require('node:http').createServer((_, response) => response.end()).listen(process.env.PORT, '127.0.0.1');
process.on('SIGTERM', () => { console.log('ends in order'); process.exit(0); });
`;

const folder = mkdtempSync(join(tmpdir(), 'child-'));
const optionsOf = async (code: string) => {
  const port = await freePort();
  return {
    name: 'sample',
    args: ['-e', code],
    env: { ...process.env, PORT: String(port) },
    logFile: join(folder, 'sample.log'),
    readyUrl: `http://127.0.0.1:${port}/`,
  };
};

describe('Child', () => {
  it('is ready when it answers, and ends when it is told to', async () => {
    const child = new Child(await optionsOf(SERVER));
    await child.ready();
    await child.stop();

    expect(await child.exited).toBe('exit code 0');
    expect(child.failure('').message).toContain('ends in order');
  });

  it('is not ready while it misses something that is about to come', async () => {
    const answers = `let asked = 0; const answer = () => JSON.stringify({ status: asked++ < 3 ? 'degraded' : 'ready' });`;
    const child = new Child(await optionsOf(answers + SERVER.replace('end()', 'end((console.log(asked), answer()))')));
    await child.ready();
    await child.stop();

    expect(child.failure('').message).toContain('\n3\n');
  });

  it('that ends too early is shown with its last words', async () => {
    const child = new Child(await optionsOf(`console.error('PORT is wrong'); process.exit(1)`));

    await expect(child.ready()).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(/^sample could not start \(exit code 1\)[^]*PORT is wrong/),
    });
  });

  it('ends in order when its launcher is killed', async () => {
    const launcher = join(folder, 'launcher.ts');
    const options = await optionsOf(SERVER);
    writeFileSync(
      launcher,
      `import { Child } from ${JSON.stringify(join(__dirname, 'child'))};
       const child = new Child(${JSON.stringify(options)});
       void child.ready().then(() => console.log('ready ' + child.pid));`,
    );
    const running = await startProcess({
      command: process.execPath,
      args: ['-r', '@swc-node/register', launcher],
      env: { TS_NODE_PROJECT: join(__dirname, '../../tsconfig.base.json') },
      readyWhen: /^ready \d+/,
    });
    await running.stop('SIGKILL');

    while (!readFileSync(options.logFile, 'utf8').includes('ends in order')) await setImmediate();
  });
});

describe('Stack', () => {
  it('breaks with the last words of a child that ends by itself', async () => {
    const stack = new Stack();
    const child = stack.launch(await optionsOf(`${SERVER} setTimeout(() => { throw new Error('out of luck') }, 300)`));
    await child.ready();

    await expect(stack.broken).rejects.toThrow(/sample ended unexpectedly \(exit code 1\)[^]*out of luck/);
    await stack.stop();
  });

  it('stops in the opposite order, also past what cannot be stopped', async () => {
    const stack = new Stack();
    const stopped: string[] = [];
    for (const name of ['database', 'simulator', 'service']) {
      stack.onStop(async () => {
        stopped.push(name);
        if (name === 'simulator') throw new Error('stuck');
      });
    }

    await expect(stack.stop()).rejects.toThrow('stuck');
    expect(stopped).toEqual(['service', 'simulator', 'database']);
  });
});
