import type { CancelSignal } from '@job-scope/kernel';
import type { QueryRunner } from 'typeorm';
import { throwIfAborted } from './cut-short';

/** Runs one statement and gives the rows that it returns. */
export interface Statements {
  rows<Row>(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]>;
}

/**
 * The statements of one transaction. PostgreSQL answers COMMIT with a silent ROLLBACK once a statement has failed, so
 * that work which swallowed the error would look done: `failure` remembers it.
 */
export class TransactionStatements implements Statements {
  failure: unknown;

  /** No further statement is begun once `signal` has aborted. */
  constructor(
    private readonly runner: QueryRunner,
    private readonly signal?: CancelSignal,
  ) {}

  async rows<Row>(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    try {
      if (this.signal) throwIfAborted(this.signal);
      return (await this.runner.query(sql, [...parameters], true)).records as Row[];
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }
}

/** The only row of a statement that changes exactly one; throws if what it should change is not there. */
export const theRow = <Row>(rows: readonly Row[], what: string): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error(`${what} is not stored`);
  return row;
};
