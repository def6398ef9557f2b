import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeExportFiles } from '@job-scope/vacancies-testing';
import { DiskExportFiles } from './disk-export-files';

const newFolder = () => mkdtemp(join(tmpdir(), 'job-scope-exports-'));

describeExportFiles('DiskExportFiles', async () => {
  const folder = await newFolder();
  const both = new DiskExportFiles(folder);
  return { files: both, reader: both, close: () => rm(folder, { recursive: true }) };
});

it.each(['../../etc/passwd', '..', 'a/b', '', '00000000-0000-7000-8000-00000000000G'])(
  'leaves its folder for no name: %j',
  async (id) => {
    const folder = await newFolder();
    const files = new DiskExportFiles(folder);
    const name = { id, format: 'csv' } as const;
    for (const act of [() => files.open(name), () => files.remove(name), () => files.write(name, 0, 'x')]) {
      await expect(act()).rejects.toThrow('named by a UUID');
    }
    expect((await readdir(folder, { recursive: true })).filter((entry) => entry !== 'exports')).toEqual([]);
    await rm(folder, { recursive: true });
  },
);
