import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from './user-error';
import { root } from './workspace';

export interface ChildOptions {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where both of its outputs go; begun anew. */
  readonly logFile: string;
  /** Answers 2xx as soon as the child can be used. */
  readonly readyUrl: string;
}

const READY_WITHIN_MS = 60_000;
const DEGRADED_FOR_MS = 10_000;
const POLL_EVERY_MS = 50;
/** Longer than the grace period that a service gives itself. */
const ENDS_WITHIN_MS = 15_000;
const ANSWERS_WITHIN_MS = 3_000;
const SHOWN_LINES = 15;
const SHOWN_BYTES = 16_384;
/** The simulator, like HeadHunter, wants to know who asks. */
const USER_AGENT = { 'user-agent': 'JobScope/0.1 (local@example.com)' };

/** A service or simulator that runs as a process of its own. */
export class Child {
  /** Resolves with how it ended. */
  readonly exited: Promise<string>;
  private ended = false;
  private readonly process: ChildProcess;

  constructor(private readonly options: ChildOptions) {
    const log = openSync(options.logFile, 'w', 0o600);
    this.process = spawn(process.execPath, ['--require', join(__dirname, 'end-with-parent.cjs'), ...options.args], {
      cwd: root,
      env: options.env,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.exited = new Promise((resolve) => {
      this.process.once('error', (error) => resolve(error.message));
      this.process.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
    });
    void this.exited.then(() => (this.ended = true));
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /**
   * Waits until it can be used; rejects if it ends before, or takes longer than a minute. One that serves, but misses
   * something, is given a while to find it.
   */
  async ready(): Promise<void> {
    const started = Date.now();
    while (!this.ended) {
      const answer = await ask(this.options.readyUrl);
      const waited = Date.now() - started;
      if (answer === 'ready' || (answer === 'degraded' && waited > DEGRADED_FOR_MS)) return;
      if (waited > READY_WITHIN_MS) throw this.failure(`${this.name} was not ready within a minute: ${answer}.`);
      await delay(POLL_EVERY_MS);
    }
    throw this.failure(`${this.name} could not start (${await this.exited}).`);
  }

  /** Its reason to end, with its last words. */
  failure(summary: string): UserError {
    const lines = endOf(this.options.logFile).trimEnd().split('\n').slice(-SHOWN_LINES);
    return new UserError(`${summary}\nIts last lines (all of them in ${this.options.logFile}):\n\n${lines.join('\n')}`);
  }

  /** Asks it to end, and waits until it has. */
  async stop(): Promise<void> {
    const force = setTimeout(() => this.process.kill('SIGKILL'), ENDS_WITHIN_MS);
    this.process.kill('SIGTERM');
    await this.exited;
    clearTimeout(force);
  }
}

/** The last of what a file holds: a service in trouble may have written a lot. */
function endOf(file: string): string {
  const handle = openSync(file, 'r');
  const { size } = fstatSync(handle);
  const bytes = Buffer.alloc(Math.min(size, SHOWN_BYTES));
  readSync(handle, bytes, 0, bytes.length, size - bytes.length);
  closeSync(handle);
  return bytes.toString();
}

/** `ready`, `degraded`, or what stands in its way. */
async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { headers: USER_AGENT, signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    const text = await response.text();
    return !response.ok ? text : /"status": ?"degraded"/.test(text) ? 'degraded' : 'ready';
  } catch (error) {
    const { cause } = error as { cause?: Error };
    return cause?.message ?? String(error);
  }
}
