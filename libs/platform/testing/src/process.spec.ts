import { startProcess } from './process';

const node = (script: string, readyWhen = /ready/) =>
  startProcess({ command: process.execPath, args: ['-e', script], readyWhen, env: { GREETING: 'hello' } });

const WAIT = 'setInterval(() => {}, 60000);';

describe('startProcess', () => {
  it('waits for the line that says so, on either output, and ends the process by signal', async () => {
    const child = await node(`console.log(process.env.GREETING); console.error('ready'); ${WAIT}`);
    expect(child.output()).toContain('hello');
    expect(await child.stop()).toEqual({ code: null, signal: 'SIGTERM' });
  });

  it('rejects with the output of a process that ends instead', async () => {
    await expect(node(`console.error('no such thing'); process.exitCode = 3;`)).rejects.toThrow(
      /ended \(3\) without a line like \/ready\/:\nno such thing/,
    );
  });

  it('rejects for a command that is not there', async () => {
    await expect(startProcess({ command: '/no/such/command', readyWhen: /./ })).rejects.toThrow('ENOENT');
  });

  it('ends a process that is never ready', async () => {
    const never = startProcess({ command: process.execPath, args: ['-e', WAIT], readyWhen: /ready/, timeoutMs: 200 });
    await expect(never).rejects.toThrow('ended (SIGKILL)');
  });

  it('finds lines that were written before, and waits for those to come', async () => {
    const script = `process.on('SIGUSR2', () => console.log('later')); console.log('ready'); ${WAIT}`;
    const child = await node(script);
    expect(await child.line(/rea/)).toBe('ready');
    process.kill(child.pid, 'SIGUSR2');
    expect(await child.line(/later/)).toBe('later');
    await child.stop();
  });
});
