import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { BootstrapError } from './bootstrap-error.mjs';
import { explainNpmFailure } from './npm-failures.mjs';
import { acquirePidLock } from './pid-lock.mjs';
import { isInstalled } from './stamp.mjs';
import { inRoot, root } from './workspace.mjs';

/** Runs `npm ci` unless node_modules already holds exactly what package-lock.json says. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  try {
    accessSync(root, constants.W_OK);
  } catch (error) {
    throw new BootstrapError(`This folder cannot be written to (${error.code}): ${root}`);
  }
  // `npm ci` begins by deleting node_modules: two at once would destroy each other's work.
  const lock = acquirePidLock(inRoot('.data', 'install.pid'));
  if (lock.owner) {
    throw new BootstrapError(`Process ${lock.owner} is installing the dependencies just now; wait until it is done.`);
  }
  await install().finally(lock.release);
}

async function install() {
  const npm = findNpm();
  // NODE_ENV=production or a personal npm setting must not leave out what building and testing need. What the cache has
  // is not asked for again: the lock file knows its digest.
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const stopProgress = showProgress();
  const { code, output } = await run(npm.command, [...npm.args, ...args]).finally(stopProgress);
  if (code !== 0) throw new BootstrapError(explainNpmFailure(code, output));
  if (!isInstalled()) {
    throw new BootstrapError(
      'npm finished without running install scripts, and PostgreSQL and the build need theirs.\n' +
        'Allow them for this project (npm config get ignore-scripts must say false) and start again.',
    );
  }
  process.stdout.write('Dependencies are installed.\n');
}

/** The npm that started us, else the one on PATH. */
function findNpm() {
  const execPath = process.env.npm_execpath ?? '';
  return execPath.endsWith('npm-cli.js')
    ? { command: process.execPath, args: [execPath] }
    : { command: 'npm', args: [] };
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) =>
      reject(
        error.code === 'ENOENT'
          ? new BootstrapError('npm was not found on PATH; it comes with Node (https://nodejs.org).')
          : error,
      ),
    );
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

/** npm itself says nothing for most of a minute; packages that have arrived can be counted. */
function showProgress() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const expected = Object.keys(packages).filter((path) => path !== '' && !packages[path].optional);
  const terminal = process.stdout.isTTY;
  const started = Date.now();
  const show = () => {
    const arrived = expected.filter((path) => existsSync(inRoot(path, 'package.json'))).length;
    const seconds = Math.round((Date.now() - started) / 1000);
    const line = `Installing the locked dependencies: ${arrived} of ${expected.length} packages, ${seconds} s`;
    process.stdout.write(terminal ? `\r${line} ` : `${line}\n`);
  };
  show();
  const timer = setInterval(show, terminal ? 1_000 : 10_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write('\n');
  };
}
