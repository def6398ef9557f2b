import { COUNTERS } from './run-row';

/** The lock orders those who take at once. Near the limit all get less: what one holds unsent, the others go without. */
export const TAKE_REQUESTS = `
  WITH run AS (
    SELECT id, CASE WHEN max_requests IS NULL THEN $2::bigint
      ELSE least($2::bigint, ceil(greatest(0, max_requests - requests_taken) / 10.0)::bigint) END AS granted
    FROM vacancies.collection_runs WHERE id = $1 FOR NO KEY UPDATE
  )
  UPDATE vacancies.collection_runs target SET requests_taken = target.requests_taken + run.granted
  FROM run WHERE target.id = run.id
  RETURNING run.granted`;

/** The youngest windows first: parts go before what they are parts of, which would take them along. */
export const FORGET_HISTORY = `
  WITH run AS (
    SELECT id FROM vacancies.collection_runs ended
    WHERE status = 'finished' AND NOT history_forgotten AND finished_at < $1
      AND NOT EXISTS (SELECT FROM vacancies.dead_letters WHERE run_id = ended.id)
    ORDER BY finished_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
  ), events AS (
    DELETE FROM vacancies.run_events WHERE run_id = (SELECT id FROM run) AND seq = ANY (ARRAY(
      SELECT seq FROM vacancies.run_events WHERE run_id = (SELECT id FROM run) ORDER BY seq LIMIT $2
    )) RETURNING seq
  ), windows AS (
    DELETE FROM vacancies.collection_windows WHERE id = ANY (ARRAY(
      SELECT id FROM vacancies.collection_windows WHERE run_id = (SELECT id FROM run) ORDER BY id DESC LIMIT $2
    )) RETURNING id
  ), done AS (
    UPDATE vacancies.collection_runs SET history_forgotten = true
    WHERE id = (SELECT id FROM run) AND (SELECT count(*) FROM events) < $2 AND (SELECT count(*) FROM windows) < $2
  )
  SELECT id FROM run`;

const ADD_DELTA = COUNTERS.map((name, index) => `${name} = target.${name} + $${index + 7}`).join(', ');

/** The run's `found` is the sum over its windows, so that it moves by the difference to what this one said before. */
export const ADVANCE_WINDOW = `
  WITH before AS (
    SELECT run_id, found FROM vacancies.collection_windows WHERE id = $1 FOR NO KEY UPDATE
  ), advanced AS (
    UPDATE vacancies.collection_windows target
    SET state = $2, cursor = $3, found = $4::bigint, shown = coalesce($5::text[], target.shown),
      last_found = coalesce($6::bigint, target.last_found), ${ADD_DELTA}
    FROM before WHERE target.id = $1
  )
  UPDATE vacancies.collection_runs target
  SET found = coalesce(target.found + coalesce($4::bigint, 0) - coalesce(before.found, 0), $4::bigint), ${ADD_DELTA}
  FROM before WHERE target.id = before.run_id
  RETURNING target.id`;

/** The counter on the run's row makes numbers without gaps: its lock orders the writers, and a roll back returns them. */
export const APPEND_EVENTS = `
  WITH numbered AS (
    UPDATE vacancies.collection_runs SET last_event_seq = last_event_seq + $2
    WHERE id = $1 RETURNING last_event_seq - $2 AS before
  ), appended AS (
    INSERT INTO vacancies.run_events (run_id, seq, type, data, at)
    SELECT $1, before + position, type, data, $5
    FROM numbered, unnest($3::text[], $4::jsonb[]) WITH ORDINALITY AS event (type, data, position)
  )
  SELECT before FROM numbered`;
