import { join, resolve } from 'node:path';
import { startProcess, type RunningProcess } from './process';

const WORKSPACE = resolve(__dirname, '../../../..');

/** Runs a TypeScript file of this folder as a process of its own; it is ready when it writes `ready`. */
export const startScript = (
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  readyWhen = /ready/,
): Promise<RunningProcess> =>
  startProcess({
    command: process.execPath,
    args: ['-r', '@swc-node/register', join(__dirname, file), ...args],
    cwd: WORKSPACE,
    env: { TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined, ...env },
    readyWhen,
  });
