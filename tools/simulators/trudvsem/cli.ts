import { CommandLine, helpText } from '@job-scope/simulator-shared';
import type { TrudvsemOptions } from './index';
import { DEFAULTS, MAX_SIZE } from './simulator';

const COMMON = { port: 8081, size: DEFAULTS.size, maxSize: MAX_SIZE, seed: DEFAULTS.seed };

export const HELP = helpText(
  'Simulates the open data of Trudvsem, the state portal of vacancies (opendata.trudvsem.ru).',
  'simulate:trudvsem',
  'vacancies',
  COMMON,
  [['--page-limit N', `pages that can be read before 500 is answered (default ${DEFAULTS.pageLimit})`]],
);

/** @returns 'help', or what to start @throws UsageError */
export function parseCommandLine(args: readonly string[]): 'help' | TrudvsemOptions {
  const line = new CommandLine(args, ['page-limit']);
  if (line.given('help')) return 'help';
  const pageLimit = line.integer('page-limit', 1, Number.MAX_SAFE_INTEGER) ?? DEFAULTS.pageLimit;
  return { ...line.common(COMMON), pageLimit };
}
