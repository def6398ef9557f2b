import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { acquirePidLock } from './pid-lock.mjs';
import { dataDir, inRoot, root } from './workspace.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs the command under the pinned Node, passes signals on to it, and ends as it ends. */
export function handOver(command, args) {
  const lock = command.alone ? takeLock() : undefined;
  const child = spawn(findNode(), [...command.argv, ...args], {
    cwd: root,
    detached: command.alone === true,
    // The channel tells a command in a session of its own that this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', ...(command.alone ? ['ipc'] : [])],
    env: {
      ...process.env,
      PATH: inRoot('node_modules', '.bin') + delimiter + (process.env.PATH ?? ''),
      TS_NODE_PROJECT: inRoot('tsconfig.base.json'),
    },
  });
  if (child.pid) lock?.passTo(child.pid);
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithParent(child);
  child.on('error', (error) => {
    process.stderr.write(`The project's own Node could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    lock?.release();
    if (signal === null) process.exit(code);
    for (const forwarded of FORWARDED) process.removeAllListeners(forwarded);
    process.kill(process.pid, signal);
  });
}

/** npm passes signals on, but not its own death by SIGKILL. */
function endWithParent(child) {
  const npm = process.ppid;
  const watch = setInterval(() => process.ppid === npm || child.kill('SIGTERM'), 500);
  child.on('exit', () => clearInterval(watch));
}

function takeLock() {
  const lock = acquirePidLock(join(dataDir, 'start.pid'));
  if (lock.owner === undefined) return lock;
  throw new BootstrapError(
    `Job Scope runs here already: process ${lock.owner}. End that one first (kill ${lock.owner}).`,
  );
}

/** The Node installed with the dependencies; elsewhere than on Linux, the machine's own if it is recent enough. */
function findNode() {
  const pinned = inRoot('node_modules', '.bin', 'node');
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major === 24 && minor >= 11) return process.execPath;
  throw new BootstrapError(
    `The project brings its own Node for Linux on x64 and arm64; on ${process.platform}/${process.arch} ` +
      `install Node 24 (24.11 or newer; this is ${process.version}) and start again.`,
  );
}
