import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the stand-in for npm does when it is called as `npm ci`. */
const NPM = `
const { appendFileSync, mkdirSync, symlinkSync, writeFileSync } = require('node:fs');
appendFileSync('installs.log', process.argv.slice(2).join(' ') + '\\n');
if (process.env.NPM_FAILS_WITH) { console.error(process.env.NPM_FAILS_WITH); process.exit(228); }
for (const folder of ['.bin', 'typescript/bin', '@swc-node/register']) mkdirSync('node_modules/' + folder, { recursive: true });
try { symlinkSync(process.execPath, 'node_modules/.bin/node'); } catch {}
writeFileSync('node_modules/@swc-node/register/index.js', '');
writeFileSync('node_modules/typescript/bin/tsc', 'console.log(JSON.stringify(process.argv.slice(2))); process.exit(3);');
if (!process.env.NPM_RUNS_NO_SCRIPTS) require('node:child_process').execFileSync(process.execPath, ['tools/bootstrap/stamp.mjs']);
`;

/** What \`npm start\` runs there: says its process id, and ends on SIGTERM with a code of its own. */
const LAUNCHER = `
process.on('SIGTERM', () => process.exit(7));
process.on('disconnect', () => process.exit(8));
console.log('launcher ' + process.pid);
`;

export interface Run {
  readonly child: ChildProcess;
  /** Everything it printed, and its exit code, once it has ended. */
  readonly ended: Promise<{ code: number | null; output: string }>;
}

/** A throw-away workspace, in a folder whose name is hard on careless scripts, with the real bootstrap in it. */
export class Workspace {
  readonly root = mkdtempSync(join(tmpdir(), 'проект с пробелом '));

  constructor() {
    cpSync(__dirname, join(this.root, 'tools/bootstrap'), { recursive: true });
    for (const folder of ['tools/local', 'tools/build']) mkdirSync(join(this.root, folder));
    this.write('tools/local/main.ts', LAUNCHER);
    this.write('tools/build/run.ts', 'console.log(JSON.stringify(process.argv.slice(2)));');
    this.write('npm-cli.js', NPM);
    this.write('.nvmrc', '24.21.0');
    this.write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/typescript': {} } }));
  }

  write(file: string, content: string): void {
    writeFileSync(join(this.root, file), content);
  }

  installs(): string[] {
    return readFileSync(join(this.root, 'installs.log'), 'utf8').trim().split('\n');
  }

  run(args: string[], env: Record<string, string> = {}): Run {
    const child = spawn(process.execPath, [join(this.root, 'tools/bootstrap/run.mjs'), ...args], {
      env: { PATH: process.env.PATH, npm_execpath: join(this.root, 'npm-cli.js'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    return { child, ended: once(child, 'close').then(([code]) => ({ code, output })) };
  }

  /** Starts the stand-in launcher and waits until it runs. */
  async start(): Promise<Run & { launcherPid: number }> {
    const run = this.run(['start']);
    const launcherPid = await new Promise<number>((resolve, reject) => {
      run.child.stdout?.on('data', (chunk) => {
        const pid = /launcher (\d+)/.exec(String(chunk))?.[1];
        if (pid) resolve(Number(pid));
      });
      run.ended.then(({ output }) => reject(new Error(`the launcher did not start: ${output}`)));
    });
    return { ...run, launcherPid };
  }
}
