import type { ExportFileReader, ExportFiles } from '@job-scope/vacancies-ports';
import { SequentialIds } from './sequential-ids';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** Both sides of one disk. */
export interface ExportFilesHarness {
  readonly files: ExportFiles;
  readonly reader: ExportFileReader;
}

const ids = new SequentialIds('a08');
const aName = () => ({ id: ids.next(), format: 'csv' as const });

const textOf = async ({ reader }: ExportFilesHarness, name: ReturnType<typeof aName>) => {
  const file = await reader.open(name);
  if (!file) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.content) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(file.bytes).toBe(Buffer.byteLength(text));
  return text;
};

export const exportFilesCases: readonly SuiteCase<ExportFilesHarness>[] = [
  {
    title: 'shows a file only when it is complete, and whole',
    check: async (harness) => {
      const name = aName();
      expect(await harness.files.write(name, 0, 'Повар\r\n')).toBe(12);
      expect(await harness.files.write(name, 12, 'b')).toBe(13);
      expect(await textOf(harness, name)).toBeUndefined();
      await harness.files.complete(name);
      expect(await textOf(harness, name)).toBe('Повар\r\nb');
    },
  },
  {
    title: 'writes anew what a worker wrote that died before it said so',
    check: async (harness) => {
      const name = aName();
      await harness.files.write(name, 0, 'first,');
      await harness.files.write(name, 6, 'never said, and longer than what follows');
      expect(await harness.files.write(name, 6, 'second')).toBe(12);
      await harness.files.complete(name);
      expect(await textOf(harness, name)).toBe('first,second');
    },
  },
  {
    title: 'does not go on in a file that is shorter than it should be',
    check: async ({ files }) => {
      const name = aName();
      expect(await files.write(name, 5, 'x')).toBeUndefined();
      await files.write(name, 0, 'abc');
      expect(await files.write(name, 4, 'x')).toBeUndefined();
    },
  },
  {
    title: 'takes a file away, complete or not, and again',
    check: async (harness) => {
      const [complete, part] = [aName(), aName()];
      for (const name of [complete, part]) await harness.files.write(name, 0, 'abc');
      await harness.files.complete(complete);
      for (const name of [complete, part, part]) await harness.files.remove(name);
      expect(await textOf(harness, complete)).toBeUndefined();
      expect(await harness.files.write(part, 3, 'x')).toBeUndefined();
    },
  },
];

/** What every disk for exports must do. */
export const describeExportFiles = (name: string, open: OpenHarness<ExportFilesHarness>): void =>
  describeSuite(`${name}: files of exports`, exportFilesCases, open);
