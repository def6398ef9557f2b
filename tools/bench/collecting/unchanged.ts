import { runSql } from '@job-scope/platform-testing';
import { startSimulator, type Stack } from '../stack';
import { collectAll, emptyTables } from './collect';

/** What says something about vacancies; when they were last seen is kept apart, and is written. */
const TABLES = ['vacancies', 'vacancy_changes', 'search_documents', 'outbox'] as const;

export interface Unchanged {
  /** By table, how many rows were inserted or updated. */
  readonly written: readonly (readonly [table: string, rows: number])[];
  /** How fast vacancies were seen to be the same. */
  readonly perSecond: number;
}

/** Collects everything, and then the same again. */
export async function collectUnchanged(stack: Stack, vacancies: number): Promise<Unchanged> {
  await emptyTables(stack);
  const simulator = await startSimulator(vacancies);
  const worker = await stack.startWorker({ sourceUrl: simulator.url });
  try {
    await collectAll(stack, worker, vacancies);
    const [mark] = (await runSql(stack.databaseUrl, 'SELECT pg_current_xact_id()::text AS id')) as { id: string }[];
    const { stored } = await collectAll(stack, worker, vacancies);
    return { written: await writtenSince(stack, mark?.id ?? ''), perSecond: vacancies / (stored / 1_000) };
  } finally {
    await worker.stop();
    await simulator.stop();
  }
}

/** Every version of a row names the transaction that wrote it; these are counted from one transaction on. */
async function writtenSince({ databaseUrl }: Stack, transaction: string): Promise<Unchanged['written']> {
  const written: (readonly [string, number])[] = [];
  for (const table of TABLES) {
    const sql = `SELECT count(*)::int AS rows FROM vacancies.${table} WHERE age(xmin) < age($1::xid)`;
    const [row] = (await runSql(databaseUrl, sql, [transaction])) as { rows: number }[];
    written.push([table, row?.rows ?? Number.NaN]);
  }
  return written;
}
