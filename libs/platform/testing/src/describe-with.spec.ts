import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly { title: string; status: string }[] }[];
}

/** Runs the sample in a Jest of its own, where there is no Redis. */
function runSample(env: Readonly<Record<string, string>>): Promise<readonly { title: string; status: string }[]> {
  const config = { preset: '../../../jest.preset.js', testMatch: ['**/describe-with.sample.ts'] };
  const root = resolve(__dirname, '..');
  const args = [require.resolve('jest/bin/jest'), '--config', JSON.stringify(config), '--rootDir', root, '--json'];
  return new Promise((done, fail) => {
    const options = { cwd: root, env: { NODE_OPTIONS: '--experimental-vm-modules', PATH: '', ...env } };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (!stdout) return fail(new Error(stderr, { cause: error }));
      const { testResults } = JSON.parse(stdout) as Report;
      done(
        testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title, status }) => ({ title, status }))),
      );
    });
  });
}

describe('describeWith', () => {
  it('leaves one skipped test that says why a suite was not run', async () => {
    expect(await runSample({})).toEqual([
      {
        title: 'with redis: not run, because there is no REDIS_URL and no redis-server on PATH',
        status: 'pending',
      },
    ]);
  }, 30_000);

  it('fails when the server is required', async () => {
    expect(await runSample({ REQUIRE_SERVERS: 'elasticsearch, redis' })).toEqual([
      { title: 'needs redis', status: 'failed' },
    ]);
  }, 30_000);
});
