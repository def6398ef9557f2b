/** One part of `npm test`. */
export interface Stage {
  readonly name: string;
  /** Arguments of the pinned Node. */
  readonly args: readonly string[];
  /** Runs Jest: its tests are counted one by one, and its output is shown while it runs. */
  readonly jest?: true;
}

const nx = (...args: string[]) => ['node_modules/nx/dist/bin/nx.js', ...args, '--output-style=static'];
const jest = (name: string, testMatch: string, ...args: string[]): Stage => ({
  name,
  args: ['node_modules/jest/bin/jest.js', '--config=jest.config.ts', '--ci', `--testMatch=${testMatch}`, ...args],
  jest: true,
});

/** Jest leaves one core idle unless told otherwise: half of a small machine. */
const EVERY_CORE = '--maxWorkers=100%';

/** The quick and cheap ones first, so that a slip is known within seconds. */
export const STAGES: readonly Stage[] = [
  { name: 'Format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'Types', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'Lint with layer boundaries', args: nx('run-many', '--target=lint') },
  { name: 'Pure layers compile alone', args: nx('run', 'boundaries:isolated') },
  { name: 'Build', args: nx('run-many', '--target=build') },
  jest('Unit tests and port suites', '**/*.spec.ts', EVERY_CORE),
  jest('Integration tests on real servers', '**/*.int-spec.ts', EVERY_CORE),
  // One at a time: each starts the whole system.
  jest('End-to-end tests on real processes', '**/*.e2e-spec.ts', '--runInBand'),
];

/** What is too long for every day. */
export const LONG_STAGES: readonly Stage[] = [jest('Long tests', '**/*.full-spec.ts', '--runInBand')];
