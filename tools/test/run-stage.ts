import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Stage } from './stages';
import { ofCheck, ofJest, type JestReport, type Tally } from './tally';

export interface StageResult {
  readonly stage: Stage;
  readonly seconds: number;
  readonly tally: Tally;
}

const root = resolve(__dirname, '../..');
/** ESM-only packages need the first; it calls itself experimental on every start. */
const JEST_NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

/** Runs a stage to its end, whatever its outcome; `signal` ends it early. */
export async function runStage(stage: Stage, signal: AbortSignal): Promise<StageResult> {
  const started = performance.now();
  const tally = await (stage.jest ? runJest(stage, signal) : runCheck(stage, signal));
  return { stage, seconds: (performance.now() - started) / 1000, tally };
}

/** What it prints matters only if it fails. */
async function runCheck({ args }: Stage, signal: AbortSignal): Promise<Tally> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], signal });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  child.once('error', (error) => output.push(Buffer.from(String(error))));
  const [code] = await once(child, 'close').catch(() => [1]);
  if (code !== 0) process.stdout.write(Buffer.concat(output));
  return ofCheck(code === 0);
}

async function runJest({ args }: Stage, signal: AbortSignal): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'job-scope-jest-'));
  const file = join(folder, 'report.json');
  const env = { ...process.env, NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${JEST_NODE_OPTIONS}`.trim() };
  const child = spawn(process.execPath, [...args, '--json', `--outputFile=${file}`], {
    cwd: root,
    env,
    // With --json the report goes to the file, and what is for people to standard error.
    stdio: ['ignore', 'ignore', 'inherit'],
    signal,
  });
  const [code] = await once(child, 'close').catch(() => [1]);
  const tally = ofJest(readReport(file), code === 0);
  rmSync(folder, { recursive: true });
  return tally;
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}
