import type { CollectionRun, VacancyState } from '@job-scope/vacancies-domain';
import type { DueInquiry, InquiryRepository } from '@job-scope/vacancies-ports';
import type { Statements } from './statement';
import { HOLD_ALL, HOLD_SIGHTINGS } from './vacancy-sql';

interface DueRow {
  readonly vacancy_id: string;
  readonly source_id: string;
  readonly raw: unknown;
  readonly state: VacancyState;
  readonly tries: number;
}

/** Rows are locked in the order of their vacancies: two that take the same ones wait, and never deadlock. */
export class PostgresInquiryRepository implements InquiryRepository {
  constructor(private readonly statements: Statements) {}

  async add(runId: string, vacancyIds: readonly string[]): Promise<void> {
    await this.statements.rows(
      `INSERT INTO vacancies.inquiries (vacancy_id, run_id)
       SELECT id, $1 FROM unnest($2::uuid[]) AS sent (id) ORDER BY id
       ON CONFLICT (vacancy_id) DO UPDATE SET run_id = excluded.run_id, tries = 0`,
      [runId, vacancyIds],
    );
  }

  async adopt({ id, source }: Pick<CollectionRun, 'id' | 'source'>, limit: number): Promise<number> {
    return (await this.statements.rows(ADOPT, [id, source, limit])).length;
  }

  async due(runId: string, limit: number): Promise<readonly DueInquiry[]> {
    const rows = await this.statements.rows<DueRow>(
      `SELECT inquiry.vacancy_id, vacancy.source_id, vacancy.raw, vacancy.state, inquiry.tries
       FROM vacancies.inquiries inquiry JOIN vacancies.vacancies vacancy ON vacancy.id = inquiry.vacancy_id
       WHERE inquiry.run_id = $1 ORDER BY inquiry.tries, inquiry.vacancy_id DESC LIMIT $2`,
      [runId, limit],
    );
    return rows.map(({ vacancy_id: vacancyId, source_id: sourceId, ...row }) => ({ vacancyId, sourceId, ...row }));
  }

  async setAside(runId: string, vacancyIds: readonly string[]): Promise<void> {
    await this.statements.rows(
      `WITH waiting AS (
         SELECT vacancy_id FROM vacancies.inquiries WHERE run_id = $1 AND vacancy_id = ANY ($2::uuid[])
         ORDER BY vacancy_id FOR NO KEY UPDATE
       )
       UPDATE vacancies.inquiries target SET tries = target.tries + 1
       FROM waiting WHERE target.vacancy_id = waiting.vacancy_id`,
      [runId, vacancyIds],
    );
  }

  /** Who reads lists locks vacancies, and their sightings, before what waits for them, and so does this. */
  async settle(runId: string, vacancyIds: readonly string[]): Promise<readonly string[]> {
    await this.statements.rows(HOLD_ALL, [vacancyIds]);
    await this.statements.rows(HOLD_SIGHTINGS, [vacancyIds]);
    const rows = await this.statements.rows<{ vacancy_id: string }>(
      `WITH waiting AS (
         SELECT vacancy_id FROM vacancies.inquiries WHERE run_id = $1 AND vacancy_id = ANY ($2::uuid[])
         ORDER BY vacancy_id FOR UPDATE
       )
       DELETE FROM vacancies.inquiries target USING waiting
       WHERE target.vacancy_id = waiting.vacancy_id RETURNING target.vacancy_id`,
      [runId, vacancyIds],
    );
    return rows.map(({ vacancy_id: id }) => id);
  }
}

/**
 * Which runs anything waits for is read from the index, jumping from one to the next: there may be very many runs, and
 * very much that waits for one of them. Another that takes over at the same time gets other rows.
 */
const ADOPT = `
  WITH RECURSIVE awaited (run_id) AS (
    (SELECT run_id FROM vacancies.inquiries ORDER BY run_id LIMIT 1)
    UNION ALL
    SELECT (SELECT run_id FROM vacancies.inquiries WHERE run_id > awaited.run_id ORDER BY run_id LIMIT 1)
    FROM awaited WHERE awaited.run_id IS NOT NULL
  ), left_over AS (
    SELECT inquiry.vacancy_id
    FROM awaited, LATERAL (
      SELECT id FROM vacancies.collection_runs
      WHERE id = awaited.run_id AND status = 'finished' AND source = $2 AND id <> $1 LIMIT 1
    ) run, LATERAL (
      SELECT vacancy_id FROM vacancies.inquiries WHERE run_id = run.id
      ORDER BY tries, vacancy_id DESC LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED
    ) inquiry
    LIMIT $3
  )
  UPDATE vacancies.inquiries target SET run_id = $1
  FROM left_over WHERE target.vacancy_id = left_over.vacancy_id
  RETURNING target.vacancy_id`;
