import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const SAMPLE_MS = 200;

/** The most memory that a process has held, in bytes, at the moment `read` is called. */
export interface PeakMemory {
  read(): Promise<number>;
  /** To be called when the process has ended, at the latest. */
  stop(): void;
}

/**
 * Watches the resident memory of another process. Linux keeps the peak itself (`VmHWM`, proc_pid_status(5)); elsewhere
 * it is sampled five times a second with `ps`, and a short peak may be missed.
 */
export function watchPeakMemory(pid: number): PeakMemory {
  const status = `/proc/${pid}/status`;
  return existsSync(status) ? { read: () => highWaterMark(status), stop: () => {} } : samplePeak(pid);
}

async function highWaterMark(status: string): Promise<number> {
  return kilobytes(/^VmHWM:\s+(\d+) kB$/m.exec(await readFile(status, 'utf8'))?.[1]);
}

function samplePeak(pid: number): PeakMemory {
  let peak = 0;
  const sample = async () => {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
    peak = Math.max(peak, kilobytes(stdout.trim()));
    return peak;
  };
  const timer = setInterval(() => void sample().catch(() => clearInterval(timer)), SAMPLE_MS);
  return { read: sample, stop: () => clearInterval(timer) };
}

const kilobytes = (text: string | undefined): number => {
  if (!text || !/^\d+$/.test(text)) throw new Error('the memory of the process cannot be read: has it ended?');
  return Number(text) * 1024;
};
