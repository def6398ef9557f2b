import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from './workspace.fixture';

describe('bootstrap', () => {
  let workspace: Workspace;
  beforeEach(() => void (workspace = new Workspace()));
  afterEach(() => rmSync(workspace.root, { recursive: true, force: true }));

  it('installs once, hands the arguments over, and ends with the code of the command', async () => {
    const first = await workspace.run(['typecheck', '--watch']).ended;
    const second = await workspace.run(['typecheck']).ended;

    expect(first.output).toContain('["-p","tsconfig.json","--watch"]');
    expect([first.code, second.code]).toEqual([3, 3]);
    expect(workspace.installs()).toHaveLength(1);
  });

  it('installs what a production setting of the machine would leave out', async () => {
    await workspace.run(['typecheck'], { NODE_ENV: 'production' }).ended;

    expect(workspace.installs()[0]).toMatch(/^ci --include=dev --include=optional/);
  });

  it('installs again when the lock file has changed', async () => {
    await workspace.run(['typecheck']).ended;
    workspace.write('package-lock.json', JSON.stringify({ packages: {} }));
    await workspace.run(['typecheck']).ended;

    expect(workspace.installs()).toHaveLength(2);
  });

  it.each([
    ['npm ERR! code ENOSPC', 'The disk is full'],
    ['npm ERR! code ENOTFOUND', 'registry could not be reached'],
    ['npm ERR! code EACCES', 'who owns this folder'],
    ['npm ERR! something new', 'something new'],
  ])('says in plain words why an install failed: %s', async (npmSays, reason) => {
    const { code, output } = await workspace.run(['typecheck'], { NPM_FAILS_WITH: npmSays }).ended;

    expect(code).toBe(1);
    expect(output).toContain(reason);
    expect(output).not.toContain('    at ');
  });

  it('installs again after an install that failed', async () => {
    await workspace.run(['typecheck'], { NPM_FAILS_WITH: 'killed' }).ended;

    expect((await workspace.run(['typecheck']).ended).code).toBe(3);
  });

  it('does not go on when npm was told to run no install scripts', async () => {
    const { code, output } = await workspace.run(['typecheck'], { NPM_RUNS_NO_SCRIPTS: 'yes' }).ended;

    expect(code).toBe(1);
    expect(output).toContain('ignore-scripts');
  });

  it('names the commands when it is given another', async () => {
    const { code, output } = await workspace.run(['strat']).ended;

    expect(code).toBe(1);
    expect(output).toMatch(/no command "strat": one of start, test,/);
  });

  it.each([
    [['jobs', 'cancel', '1'], '["api-gateway","cli","cancel","1"]'],
    [['jobs', 'remap', '--source', 'trudvsem'], '["vacancy-worker","cli","remap","--source","trudvsem"]'],
    [['vacancies:remap', '--source', 'trudvsem'], '["vacancy-worker","cli","remap","--source","trudvsem"]'],
  ])('has %j done by the program that may', async (args, told) => {
    expect((await workspace.run(args).ended).output).toContain(told);
  });

  it('passes a signal on and ends as the command ends', async () => {
    const run = await workspace.start();
    run.child.kill('SIGTERM');

    expect((await run.ended).code).toBe(7);
  });

  it('refuses a second start, naming the first; the first goes on', async () => {
    const first = await workspace.start();
    const second = await workspace.run(['start']).ended;
    first.child.kill('SIGTERM');

    expect(second.code).toBe(1);
    expect(second.output).toContain(`process ${first.launcherPid}`);
    expect((await first.ended).code).toBe(7);
  });

  it('starts again after kill -9, which left its lock behind', async () => {
    const first = await workspace.start();
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(join(workspace.root, '.data/start.pid'))).toBe(true);
    const second = await workspace.start();
    second.child.kill('SIGTERM');

    expect((await second.ended).code).toBe(7);
  });
});
