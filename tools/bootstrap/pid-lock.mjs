import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes a lock that names its owner. A lock whose owner is gone (kill -9, a power cut) is taken over.
 * @returns `{ release, passTo }`, or `{ owner }`: the process that holds it
 */
export function acquirePidLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, identity(process.pid), { flag: 'wx' });
    return {
      release: () => rmSync(file, { force: true }),
      /** Another process owns it from now on: it stays locked if this one is killed. */
      passTo: (pid) => writeFileSync(file, identity(pid)),
    };
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = readFileSync(file, 'utf8');
  const pid = Number.parseInt(owner, 10);
  if (owner === identity(pid)) return { owner: pid };
  rmSync(file, { force: true });
  return acquirePidLock(file);
}

/** The start time tells a process from a later one that was given the same number. */
const identity = (pid) => `${pid} ${startTime(pid)}`;

/** When a process started, in the machine's own unit; `alive` where that cannot be asked; `gone` when it does not run. */
function startTime(pid) {
  if (process.platform !== 'linux') return isAlive(pid) ? 'alive' : 'gone';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc_pid_stat(5) from its third field on: the second, the command's name, may hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    return state === 'Z' ? 'gone' : started;
  } catch {
    return 'gone';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
