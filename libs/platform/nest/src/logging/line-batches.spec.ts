import { execFile } from 'node:child_process';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { LineBatches } from './line-batches';

it('passes on the lines of one turn as one, and those of the next as another', async () => {
  const write = jest.fn();
  const batches = new LineBatches({ write } as unknown as NodeJS.WritableStream);
  batches.write('one\n');
  batches.write('two\n');
  expect(write).not.toHaveBeenCalled();
  await turn();
  batches.write('three\n');
  await turn();
  await turn();
  expect(write.mock.calls).toEqual([['one\ntwo\n'], ['three\n']]);
});

it('loses nothing when it is flushed before the turn ends, and writes nothing twice', async () => {
  const write = jest.fn();
  const batches = new LineBatches({ write } as unknown as NodeJS.WritableStream);
  batches.write('one\n');
  batches.flush();
  batches.write('two\n');
  await turn();
  await turn();
  expect(write.mock.calls).toEqual([['one\n'], ['two\n']]);
});

describe('standard output', () => {
  const run = async (end: string) => {
    const module = JSON.stringify(require.resolve('./line-batches.ts'));
    const script = `
      const { standardOutput } = require(${module});
      for (let line = 0; line < 100; line += 1) standardOutput.write(line + ' ' + 'x'.repeat(100) + '\\n');
      ${end}`;
    const args = ['-r', '@swc-node/register', '-e', script];
    const ended = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 }).catch((error) => error);
    return (ended as { stdout: string }).stdout.split('\n');
  };

  it.each(['', 'process.exit(3);', 'throw new Error("unexpected");'])(
    'has every line before the end: %j',
    async (end) => {
      const lines = await run(end);
      expect(lines.map((line) => line.split(' ')[0])).toEqual([
        ...Array.from({ length: 100 }, (_, line) => `${line}`),
        '',
      ]);
    },
  );
});
