import type {
  IndexOperation,
  IndexOperationKind,
  IndexOperationProgress,
  IndexOperationReader,
  IndexOperationRepository,
  SearchEngine,
} from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { theRow, type Statements } from './statement';
import { storableText } from './storable';

/** The only open operation is a row that can be there once, and a step of it is the transaction that locks the row. */
export class PostgresIndexOperationRepository implements IndexOperationRepository {
  constructor(private readonly statements: Statements) {}

  async add(operation: IndexOperation): Promise<boolean> {
    const values = valuesOf(operation);
    const rows = await this.statements.rows(
      `INSERT INTO vacancies.index_operations (${COLUMNS.join(', ')})
       VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')})
       ON CONFLICT ((true)) WHERE status IN ('requested', 'running') DO NOTHING RETURNING id`,
      values,
    );
    return rows.length > 0;
  }

  async lockOpen(): Promise<IndexOperation | undefined> {
    const [row] = await this.statements.rows<OperationRow>(
      `${SELECT} WHERE status IN ('requested', 'running') FOR NO KEY UPDATE SKIP LOCKED`,
      [],
    );
    return row && toOperation(row);
  }

  async save(operation: IndexOperation): Promise<void> {
    const rows = await this.statements.rows(
      `UPDATE vacancies.index_operations
       SET (${COLUMNS.join(', ')}) = ROW(${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})
       WHERE id = $1 RETURNING id`,
      valuesOf(operation),
    );
    theRow(rows, `index operation ${operation.id}`);
  }
}

export class PostgresIndexOperationReader implements IndexOperationReader {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string): Promise<IndexOperation | undefined> {
    const [row] = await this.dataSource.query<OperationRow[]>(`${SELECT} WHERE id = $1`, [id]);
    return row && toOperation(row);
  }

  async latest(): Promise<IndexOperation | undefined> {
    const [row] = await this.dataSource.query<OperationRow[]>(`${SELECT} ORDER BY requested_at DESC, id DESC LIMIT 1`);
    return row && toOperation(row);
  }
}

interface OperationRow {
  readonly id: string;
  readonly kind: IndexOperationKind;
  readonly engine: SearchEngine;
  readonly version: number;
  readonly repair: boolean;
  readonly status: IndexOperation['status'];
  readonly progress: IndexOperationProgress;
  readonly failure: string | null;
  readonly failed_steps: number;
  readonly requested_by: string | null;
  readonly requested_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}

const COLUMNS = [
  ...['id', 'kind', 'engine', 'version', 'repair', 'status', 'progress', 'failure', 'failed_steps'],
  ...['requested_by', 'requested_at', 'started_at', 'finished_at'],
];

const SELECT = `SELECT ${COLUMNS.join(', ')} FROM vacancies.index_operations`;

/** In the order of `COLUMNS`. */
const valuesOf = (operation: IndexOperation): readonly unknown[] => [
  operation.id,
  operation.kind,
  operation.engine,
  operation.version,
  operation.repair,
  operation.status,
  JSON.stringify(operation.progress),
  operation.failure === null ? null : storableText(operation.failure),
  operation.failedSteps,
  operation.requestedBy,
  operation.requestedAt,
  operation.startedAt,
  operation.finishedAt,
];

const toOperation = (row: OperationRow): IndexOperation => ({
  id: row.id,
  kind: row.kind,
  engine: row.engine,
  version: row.version,
  repair: row.repair,
  status: row.status,
  progress: row.progress,
  failure: row.failure,
  failedSteps: row.failed_steps,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
});
