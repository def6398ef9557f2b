import type { OutboxLane } from '@job-scope/auth-ports';
import { EVENT_NAMES } from './outbox';

const { 'mail-wanted': MAIL, ...others } = EVENT_NAMES;
const list = Object.values(others)
  .map((name) => `'${name}'`)
  .join(', ');

/** Each is the condition of an index. What a later release writes under other names and versions is left to it. */
const LANES: Readonly<Record<OutboxLane, string>> = {
  mail: `event_name = '${MAIL}'`,
  access: `event_name <> '${MAIL}' AND event_name IN (${list})`,
};

/**
 * For the transaction of a claim: PostgreSQL must walk the index instead of sorting the whole lane. It would choose to
 * sort, because the statistics of a queue are those of its quiet hours, when it was empty. And a delivery may take longer
 * than a transaction may idle elsewhere: mail servers are slow.
 */
export const PREPARE_CLAIM = `
  SELECT set_config('enable_sort', 'off', true), set_config('idle_in_transaction_session_timeout', '2min', true)`;

export const claimSql = (lane: OutboxLane): string => `
  SELECT id, event_name, payload, traceparent
  FROM auth.outbox
  WHERE dead_at IS NULL AND ${LANES[lane]} AND event_version = 1 AND available_at <= now()
  ORDER BY available_at, id LIMIT 1
  FOR UPDATE SKIP LOCKED`;

export const DELETE = 'DELETE FROM auth.outbox WHERE id = $1';

export const SET_ASIDE = 'UPDATE auth.outbox SET dead_at = clock_timestamp(), last_error = $2 WHERE id = $1';

/** The exponent is bounded because 2^attempts soon exceeds every number. Without `$3` it never gives up. */
export const FAIL = `
  UPDATE auth.outbox
  SET attempts = attempts + 1, last_error = $2,
      available_at = clock_timestamp() + interval '1 second' * least($4::float8, 2 ^ least(attempts, 20)),
      dead_at = CASE WHEN attempts + 1 >= $3::integer THEN clock_timestamp() END
  WHERE id = $1`;

export const BACKLOG = `
  SELECT count(*) FILTER (WHERE dead_at IS NULL)::int AS pending,
         min(created_at) FILTER (WHERE dead_at IS NULL) AS oldest,
         count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead
  FROM auth.outbox`;
