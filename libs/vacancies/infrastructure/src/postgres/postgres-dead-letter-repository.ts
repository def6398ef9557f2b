import type { IdGenerator } from '@job-scope/kernel';
import type { DeadLetter, DeadLetterState, FreshDeadLetter } from '@job-scope/vacancies-domain';
import type { DeadLetterRepository } from '@job-scope/vacancies-ports';
import { toDeadLetter, type DeadLetterRow } from './dead-letter-row';
import { theRow, type Statements } from './statement';
import { storableText } from './storable';

export class PostgresDeadLetterRepository implements DeadLetterRepository {
  constructor(
    private readonly statements: Statements,
    private readonly ids: IdGenerator,
  ) {}

  async add(letter: FreshDeadLetter): Promise<void> {
    const { source, runId, windowId, reason, detail, attempts, failedAt } = letter;
    await this.statements.rows(
      `INSERT INTO vacancies.dead_letters (id, source, run_id, window_id, reason, detail, attempts, failed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [this.ids.next(), source, runId, windowId, reason, storableText(detail), attempts, failedAt],
    );
  }

  async lock(id: string): Promise<DeadLetter | undefined> {
    const sql = 'SELECT * FROM vacancies.dead_letters WHERE id = $1 FOR NO KEY UPDATE';
    const [row] = await this.statements.rows<DeadLetterRow>(sql, [id]);
    return row && toDeadLetter(row);
  }

  async settle(id: string, state: Exclude<DeadLetterState, 'open'>, at: Date): Promise<void> {
    const sql = 'UPDATE vacancies.dead_letters SET state = $2, settled_at = $3 WHERE id = $1 RETURNING id';
    theRow(await this.statements.rows(sql, [id, state, at]), `dead letter ${id}`);
  }

  async forgetSettled(before: Date, limit: number): Promise<number> {
    const sql = `
      DELETE FROM vacancies.dead_letters WHERE id = ANY (ARRAY(
        SELECT id FROM vacancies.dead_letters WHERE state <> 'open' AND settled_at < $1 ORDER BY settled_at LIMIT $2
      )) RETURNING id`;
    return (await this.statements.rows(sql, [before, limit])).length;
  }
}
