import { startProcess } from '@job-scope/platform-testing';
import { watchPeakMemory } from './peak-memory';

const MEBIBYTE = 2 ** 20;

test('the peak stays when the memory is long given back', async () => {
  const script = `
    const before = process.memoryUsage.rss();
    let held = Buffer.alloc(200 * 2 ** 20, 1);
    held = undefined;
    gc();
    console.log('given back', before);
    setInterval(() => {}, 1000);`;
  const child = await startProcess({
    command: process.execPath,
    args: ['--expose-gc', '-e', script],
    readyWhen: /given back/,
  });
  const memory = watchPeakMemory(child.pid);
  const before = Number(/\d+/.exec(child.output())?.[0]);
  expect((await memory.read()) - before).toBeGreaterThan(190 * MEBIBYTE);
  memory.stop();
  await child.stop();
  await expect(memory.read()).rejects.toThrow();
});
