import type { DeadLetter, DeadLetterReason, DeadLetterState, SourceName } from '@job-scope/vacancies-domain';

export interface DeadLetterRow {
  readonly id: string;
  readonly source: SourceName;
  readonly run_id: string;
  readonly window_id: string | null;
  readonly reason: DeadLetterReason;
  readonly detail: string;
  readonly attempts: number;
  readonly failed_at: Date;
  readonly state: DeadLetterState;
  readonly settled_at: Date | null;
}

export const toDeadLetter = (row: DeadLetterRow): DeadLetter => ({
  id: row.id,
  source: row.source,
  runId: row.run_id,
  windowId: row.window_id,
  reason: row.reason,
  detail: row.detail,
  attempts: row.attempts,
  failedAt: row.failed_at,
  state: row.state,
  settledAt: row.settled_at,
});
