import { execFile } from 'node:child_process';
import { UserError } from './user-error';
import { root } from './workspace';

export interface OneOff {
  /** Named in the message of failure, before all that the program wrote. */
  readonly what: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

/** Runs a program of ours until it ends and returns what it wrote to standard output. */
export function runOnce({ what, args, env = process.env, signal }: OneOff): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, env, signal, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error) reject(new UserError(`${what} failed:\n\n${`${stdout}${stderr}`.trim()}`));
      else resolve(stdout);
    });
  });
}
