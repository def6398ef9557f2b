import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';
import type { BudgetBlocked, RequestBudgetLimits, SourceRequestBudget } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { withAbortSignal } from '../abort-signal';

/** Whoever waits asks again at least so often: a wait longer than a timer can count would end at once. */
const LONGEST_WAIT_MS = 60_000;

/** A token bucket per source in one row, shared by all replicas. Time is the database's. */
export class PostgresSourceRequestBudget implements SourceRequestBudget {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: RequestBudgetLimits,
  ) {}

  take(source: SourceName, signal: CancelSignal): Promise<Result<void, BudgetBlocked>> {
    return withAbortSignal(signal, async (abort) => {
      for (;;) {
        abort.throwIfAborted();
        const { taken, blocked_ms: blockedMs, wait_ms: waitMs, ...row } = await this.tryTake(source);
        if (taken) return ok(undefined);
        if (row.blocked_until && blockedMs > this.limits.maxBlockWaitMs) {
          return err({ code: 'budget.blocked', until: row.blocked_until, reason: row.blocked_reason ?? '' });
        }
        await sleep(Math.min(Math.max(blockedMs, waitMs), LONGEST_WAIT_MS), undefined, { signal: abort });
      }
    });
  }

  async block(source: SourceName, until: Date, reason: string): Promise<void> {
    await this.dataSource.query(BLOCK, [source, this.limits.burst, until, reason]);
  }

  private async tryTake(source: SourceName): Promise<TakeAnswer> {
    const { requestsPerSecond, burst } = this.limits;
    const [answer] = await this.dataSource.query<TakeAnswer[]>(TAKE, [source, burst, requestsPerSecond]);
    if (!answer) throw new Error('the database gave no answer');
    return answer;
  }
}

interface TakeAnswer {
  readonly taken: boolean;
  readonly blocked_until: Date | null;
  readonly blocked_reason: string | null;
  readonly blocked_ms: number;
  readonly wait_ms: number;
}

/** What the bucket holds now: what it held, and what has flowed in since, but never more than it can hold. */
const TOKENS = 'least($2::float8, budget.tokens + extract(epoch FROM now() - budget.filled_at)::float8 * $3::float8)';

/**
 * Takes a token in one atomic step, or says how long to wait. Two takers at once are ordered by the row's lock, and the
 * second sees what the first has left. The wait is read from before the step: at worst it is too short, and asked again.
 */
const TAKE = `
  WITH taken AS (
    INSERT INTO vacancies.source_budgets AS budget (source, tokens, filled_at) VALUES ($1, $2::float8 - 1, now())
    ON CONFLICT (source) DO UPDATE SET tokens = ${TOKENS} - 1, filled_at = now()
      WHERE coalesce(budget.blocked_until <= now(), true) AND ${TOKENS} >= 1
    RETURNING source
  )
  SELECT EXISTS (SELECT FROM taken) AS taken, budget.blocked_until, budget.blocked_reason,
    coalesce(ceil(greatest(0, extract(epoch FROM budget.blocked_until - now()) * 1000)), 0)::float8 AS blocked_ms,
    coalesce(ceil(greatest(0, 1 - ${TOKENS}) / $3::float8 * 1000), 0)::float8 AS wait_ms
  FROM (SELECT) AS one LEFT JOIN vacancies.source_budgets budget ON budget.source = $1`;

const BLOCK = `
  INSERT INTO vacancies.source_budgets AS budget (source, tokens, filled_at, blocked_until, blocked_reason)
  VALUES ($1, $2, now(), $3, $4)
  ON CONFLICT (source) DO UPDATE
    SET blocked_until = excluded.blocked_until, blocked_reason = excluded.blocked_reason
    WHERE coalesce(budget.blocked_until < excluded.blocked_until, true)`;
