import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import type { StageResult } from './run-stage';
import { summary, type Tally } from './tally';

/** The last full run, as a page for `docs/`. */
export function reportPage(results: readonly StageResult[], total: Tally): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const rows = results.map(
    ({ stage, seconds, tally }) =>
      `| ${stage.name} | ${tally.passed} | ${tally.failed} | ${tally.skipped} | ${seconds.toFixed(0)} s |`,
  );
  return [
    '# Report of the last full test run',
    '',
    'Written by `npm run test:full`; do not edit.',
    '',
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.version}, ${cpus().length} cores: **${summary(total)}**`,
    '',
    '| stage | passed | failed | skipped | time |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...(total.notRun.length > 0 ? ['Not run:', '', ...total.notRun.map((reason) => `- ${reason}`), ''] : []),
  ].join('\n');
}
