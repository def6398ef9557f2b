import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFileName, ExportFileReader, ExportFiles, OpenedFile } from '@job-scope/vacancies-ports';

/** Files in a folder of the media directory, which workers and gateways share. */
export class DiskExportFiles implements ExportFiles, ExportFileReader {
  private readonly folder: string;

  constructor(mediaDir: string) {
    this.folder = join(mediaDir, 'exports');
  }

  async write(name: ExportFileName, offset: number, text: string): Promise<number | undefined> {
    await mkdir(this.folder, { recursive: true });
    // `a+` makes a missing file and empties none; with it, writing is at the end, wherever that is after the cut.
    const file = await open(this.partOf(name), 'a+', 0o640);
    try {
      if ((await file.stat()).size < offset) return undefined;
      await file.truncate(offset);
      await file.appendFile(text);
      await file.datasync();
      return offset + Buffer.byteLength(text);
    } finally {
      await file.close();
    }
  }

  async complete(name: ExportFileName): Promise<void> {
    await rename(this.partOf(name), this.pathOf(name));
    const folder = await open(this.folder, 'r');
    await folder.sync().finally(() => folder.close());
  }

  async remove(name: ExportFileName): Promise<void> {
    await Promise.all([this.pathOf(name), this.partOf(name)].map((path) => rm(path, { force: true })));
  }

  async open(name: ExportFileName): Promise<OpenedFile | undefined> {
    const path = this.pathOf(name);
    try {
      return { bytes: (await stat(path)).size, content: contentOf(path) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private pathOf({ id, format }: ExportFileName): string {
    // The only part of a path that comes from outside.
    if (!UUID.test(id)) throw new Error('an export is named by a UUID');
    return join(this.folder, `${id}.${format}`);
  }

  private partOf(name: ExportFileName): string {
    return `${this.pathOf(name)}.part`;
  }
}

/** Opened by whoever begins to read, and closed when they stop. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
