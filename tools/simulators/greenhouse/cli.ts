import { CommandLine, helpText } from '@job-scope/simulator-shared';
import { boardTokens, type GreenhouseOptions } from './index';
import { DEFAULTS, MAX_BOARDS, MAX_SIZE } from './simulator';

const COMMON = { port: 8082, size: DEFAULTS.size, maxSize: MAX_SIZE, seed: DEFAULTS.seed };

export const HELP = helpText(
  'Simulates the public job boards of Greenhouse (boards-api.greenhouse.io).',
  'simulate:greenhouse',
  'jobs',
  COMMON,
  [
    [
      '--boards N',
      `boards, 1 to ${MAX_BOARDS} (default ${DEFAULTS.boards}: ${boardTokens(DEFAULTS.boards).join(', ')})`,
    ],
  ],
);

/** @returns 'help', or what to start @throws UsageError */
export function parseCommandLine(args: readonly string[]): 'help' | GreenhouseOptions {
  const line = new CommandLine(args, ['boards']);
  if (line.given('help')) return 'help';
  return { ...line.common(COMMON), boards: line.integer('boards', 1, MAX_BOARDS) ?? DEFAULTS.boards };
}
