import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(__dirname, '../../../docs/run-outcomes.md');

/** What the page `run-outcomes` says, by what the source does: the outcome of the run. */
export const documentedOutcomes = (): ReadonlyMap<string, string> => {
  const cells = readFileSync(PAGE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(cells.slice(2).map(([, day = '', outcome = '']) => [day, outcome]));
};
