import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startProcess } from '@job-scope/platform-testing';
import { LocalStack, workspace, type RunningStack } from './local-stack.fixture';

const SERVICES = ['auth-service', 'vacancy-worker', 'scheduler', 'api-gateway'];

/** Copies a build to an empty folder outside the workspace and installs what its own manifest names. */
function install(output: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'installed-'));
  cpSync(join(workspace, 'dist', output), folder, { recursive: true });
  execFileSync('npm', ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder });
  return folder;
}

describe('an app in a folder of its own, after npm ci --omit=dev', () => {
  const stack = new LocalStack();
  const folders: string[] = [];
  let running: RunningStack;
  beforeAll(async () => {
    execFileSync(process.execPath, [join(workspace, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build'], {
      cwd: workspace,
    });
    running = await stack.start(['--no-collect', ...SERVICES.flatMap((service) => ['--without', service])]);
  });
  afterAll(async () => {
    await running?.stop();
    await stack.destroy();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it.each(SERVICES)('%s starts and is ready', async (service) => {
    const folder = install(`apps/${service}`);
    folders.push(folder);
    const managementPort = await freePort();
    const app = await startProcess({
      command: process.execPath,
      args: [`--env-file=${join(stack.dataDir, 'secrets', `${service}.env`)}`, 'main.js'],
      cwd: folder,
      env: { NODE_OPTIONS: undefined, MANAGEMENT_PORT: String(managementPort) },
      readyWhen: /service-started/,
    });
    const readiness = await fetch(`http://127.0.0.1:${managementPort}/readyz`);

    expect(await app.stop()).toMatchObject({ code: 0 });
    // Alone as it is, the gateway has no keys to verify with yet: degraded, and serving.
    expect(await readiness.json()).toMatchObject({ status: expect.stringMatching(/^(ready|degraded)$/) });
    expect(readiness.status).toBe(200);
  });

  it('the migrator finds nothing left to do', () => {
    const folder = install('apps/migrator');
    folders.push(folder);
    const settings = `--env-file=${join(stack.dataDir, 'secrets/migrator.env')}`;

    expect(() => execFileSync(process.execPath, [settings, 'main.js'], { cwd: folder })).not.toThrow();
  });

  it('the simulator says how it is used', () => {
    const folder = install('tools/simulators/headhunter');
    folders.push(folder);

    expect(execFileSync(process.execPath, ['main.js', '--help'], { cwd: folder, encoding: 'utf8' })).toContain(
      '--port',
    );
  });
});
