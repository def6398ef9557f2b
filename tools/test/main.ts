import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportPage } from './report';
import { runStage, type StageResult } from './run-stage';
import { LONG_STAGES, STAGES } from './stages';
import { add, NOTHING, summary, type Tally } from './tally';

const REPORT = resolve(__dirname, '../../docs/test-report.md');

/** Runs every stage, also after one that failed. The last line says how many passed, failed and were skipped. */
async function main(full: boolean): Promise<number> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupted.abort());
  const results: StageResult[] = [];
  for (const stage of full ? [...STAGES, ...LONG_STAGES] : STAGES) {
    if (interrupted.signal.aborted) break;
    process.stdout.write(`\n${stage.name} …\n`);
    const result = await runStage(stage, interrupted.signal);
    process.stdout.write(`${stage.name}: ${summary(result.tally)}, ${result.seconds.toFixed(1)} s\n`);
    results.push(result);
  }
  const total = results.map(({ tally }) => tally).reduce(add, NOTHING);
  if (full && !interrupted.signal.aborted) writeFileSync(REPORT, reportPage(results, total));
  process.stdout.write(closing(total, interrupted.signal.aborted));
  return total.failed > 0 || interrupted.signal.aborted ? 1 : 0;
}

function closing(total: Tally, interrupted: boolean): string {
  const notRun = total.notRun.length > 0 ? ['Not run:', ...total.notRun.map((reason) => `  ${reason}`), ''] : [];
  return ['', ...(interrupted ? ['Interrupted.'] : []), ...notRun, summary(total), ''].join('\n');
}

void main(process.argv.includes('--full')).then((code) => process.exit(code));
