import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ProcessUser } from './server';

export interface ProcessOptions extends ProcessUser {
  readonly command: string;
  readonly args?: readonly string[];
  /** Added to our own environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** The process is ready when it writes a line like this, to either output. */
  readonly readyWhen: RegExp;
  /** How long it may take to be ready, in milliseconds; 60,000 by default. */
  readonly timeoutMs?: number;
}

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunningProcess {
  readonly pid: number;
  readonly exited: Promise<ProcessExit>;
  /** Its last lines, both outputs together. */
  output(): string;
  /** Resolves with the next line, past or future, that matches. Rejects if the process ends without one. */
  line(pattern: RegExp): Promise<string>;
  /** Sends the signal (SIGTERM by default) to this process and waits until it has ended. */
  stop(signal?: NodeJS.Signals): Promise<ProcessExit>;
}

const KEPT_LINES = 500;

/** Starts a child process and resolves when it is ready; rejects with its output if it ends or takes too long. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const { command, args = [], env = {}, cwd, uid, gid, readyWhen, timeoutMs = 60_000 } = options;
  const child = spawn(command, args, {
    cwd,
    uid,
    gid,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const running = watch(child, command);
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  try {
    await running.line(readyWhen);
    return running;
  } finally {
    clearTimeout(timer);
  }
}

function watch(child: ChildProcess, command: string): RunningProcess {
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('error', (error) => {
      lines.push(error.message);
      resolve({ code: null, signal: null });
    });
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      listeners.forEach((listener) => listener(line));
    });
  }
  const output = () => lines.join('\n');

  return {
    pid: child.pid ?? 0,
    exited,
    output,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const seen = lines.find((line) => pattern.test(line));
        if (seen !== undefined) return resolve(seen);
        const listener = (line: string) => {
          if (!pattern.test(line)) return;
          listeners.delete(listener);
          resolve(line);
        };
        listeners.add(listener);
        void exited.then(({ code, signal }) =>
          reject(new Error(`${command} ended (${signal ?? code}) without a line like ${pattern}:\n${output()}`)),
        );
      }),
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
}
