import type { CollectionRun, VacancyState } from '@job-scope/vacancies-domain';
import type { DueInquiry, InquiryRepository } from '@job-scope/vacancies-ports';
import type { Statements } from './statement';

interface DueRow {
  readonly vacancy_id: string;
  readonly source_id: string;
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

  async adopt({ id, source }: Pick<CollectionRun, 'id' | 'source'>): Promise<void> {
    await this.statements.rows(
      `WITH left_over AS (
         SELECT inquiry.vacancy_id FROM vacancies.inquiries inquiry
         JOIN vacancies.collection_runs run ON run.id = inquiry.run_id
         WHERE run.status = 'finished' AND run.source = $2 AND run.id <> $1
         ORDER BY inquiry.vacancy_id FOR NO KEY UPDATE OF inquiry SKIP LOCKED
       )
       UPDATE vacancies.inquiries target SET run_id = $1
       FROM left_over WHERE target.vacancy_id = left_over.vacancy_id`,
      [id, source],
    );
  }

  async due(runId: string, limit: number): Promise<readonly DueInquiry[]> {
    const rows = await this.statements.rows<DueRow>(
      `SELECT inquiry.vacancy_id, vacancy.source_id, vacancy.state, inquiry.tries
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

  async settle(runId: string, vacancyIds: readonly string[]): Promise<readonly string[]> {
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
