import { CommandLine, helpText, UsageError } from '@job-scope/simulator-shared';
import type { HeadHunterOptions } from './index';
import { DEFAULTS, MAX_SIZE } from './simulator';

const COMMON = { port: 8080, size: DEFAULTS.size, maxSize: MAX_SIZE, seed: DEFAULTS.seed };

export const HELP = helpText(
  'Simulates the public API of HeadHunter (api.hh.ru).',
  'simulate:headhunter',
  'vacancies',
  COMMON,
  [
    ['--data FILE', 'serve the items of a file {"items":[…]} instead of invented ones'],
    ['--token TOKEN', 'demand this bearer token for vacancies and employers'],
    ['--client-id ID', 'what POST /token accepts (default: anything)'],
    ['--client-secret S', ''],
    ['--depth-limit N', `how deep a search can be paged (default ${DEFAULTS.depthLimit})`],
  ],
);

/** @returns 'help', or what to start @throws UsageError */
export function parseCommandLine(args: readonly string[]): 'help' | HeadHunterOptions {
  const line = new CommandLine(args, ['data', 'token', 'client-id', 'client-secret', 'depth-limit']);
  if (line.given('help')) return 'help';
  if (line.given('data') && (line.given('size') || line.given('seed'))) {
    throw new UsageError('--data cannot be combined with --size or --seed: the file decides what is served');
  }
  return {
    ...line.common(COMMON),
    data: line.text('data'),
    token: line.text('token'),
    clientId: line.text('client-id'),
    clientSecret: line.text('client-secret'),
    depthLimit: line.integer('depth-limit', 1, Number.MAX_SAFE_INTEGER) ?? DEFAULTS.depthLimit,
  };
}
