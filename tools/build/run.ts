import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const dataDir = resolve(root, process.env['JOB_SCOPE_DATA_DIR'] || '.data');

/** Runs the pinned Node in the workspace and gives its exit code; output only where it is asked for. */
const node = (args: readonly string[], stdio: 'inherit' | 'pipe') =>
  spawnSync(process.execPath, args, { cwd: root, stdio, encoding: 'utf8' });

/**
 * Bundles an app and runs one of its entry points: `run.ts <app> <entry> [arguments]`. Settings come from the
 * environment; what it does not say is taken from the local stack of `npm start`, if there is one.
 */
function main([app = '', entry = '', ...args]: readonly string[]): number {
  const bundled = node([join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', `${app}:bundle`], 'pipe');
  if (bundled.status !== 0) {
    process.stderr.write(`${bundled.stdout}${bundled.stderr}`);
    return 1;
  }
  const settings = `--env-file-if-exists=${join(dataDir, 'secrets', `${app}.env`)}`;
  const file = join(root, 'dist/apps', app, `${entry}.js`);
  return node(['--enable-source-maps', settings, file, ...args], 'inherit').status ?? 1;
}

process.exitCode = main(process.argv.slice(2));
