/**
 * For the transaction of a claim: PostgreSQL must walk the index instead of sorting the whole backlog. It would choose to
 * sort, because the statistics of a queue are those of its quiet hours, when it was empty.
 */
export const FOLLOW_INDEX = `SELECT set_config('enable_sort', 'off', true)`;

/**
 * Only the first pending message of an aggregate may be claimed; while another relay holds it, it is still there, and so
 * none of its aggregate can be. It is found by the revision, whose index is the only one that fits, and by a subquery,
 * which cannot become a join over the whole table. Unknown names are left to a newer relay.
 */
export const CLAIM = `
  SELECT id, event_name, payload, traceparent
  FROM vacancies.outbox message
  WHERE dead_at IS NULL AND available_at <= statement_timestamp() AND event_name = ANY($2)
    AND revision = (
      SELECT min(earlier.revision) FROM vacancies.outbox earlier
      WHERE earlier.aggregate_id = message.aggregate_id AND earlier.dead_at IS NULL
    )
  ORDER BY available_at, id LIMIT $1
  FOR UPDATE OF message SKIP LOCKED`;

/** The exponent is bounded because 2^attempts soon exceeds every number. */
export const FAIL = `
  UPDATE vacancies.outbox message
  SET attempts = attempts + CASE WHEN outage THEN 0 ELSE 1 END,
      last_error = reason,
      available_at = clock_timestamp() + interval '1 millisecond'
        * CASE WHEN outage THEN $6::float8 ELSE least($6::float8, $5::float8 * 2 ^ least(attempts, 30)) END,
      dead_at = CASE WHEN NOT outage AND attempts + 1 >= $4 THEN clock_timestamp() END
  FROM unnest($1::bigint[], $2::text[], $3::boolean[]) AS failed (id, reason, outage)
  WHERE message.id = failed.id`;

export const BACKLOG = `
  SELECT
    (SELECT count(*)::int FROM vacancies.outbox WHERE dead_at IS NULL) AS pending,
    (SELECT created_at FROM vacancies.outbox WHERE dead_at IS NULL ORDER BY id LIMIT 1) AS oldest,
    (SELECT count(*)::int FROM vacancies.outbox WHERE dead_at IS NOT NULL) AS dead`;
