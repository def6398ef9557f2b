import { currentTraceparent } from '@job-scope/platform-nest';
import type { VacancyContextEvent } from '@job-scope/vacancies-domain';
import type { Outbox } from '@job-scope/vacancies-ports';
import type { Statements } from './statement';
import { toWire, type WireEvent } from './wire-event';

/** Where relays listen for appended events. PostgreSQL sends it at commit, once however often a transaction asks. */
export const OUTBOX_CHANNEL = 'vacancies_outbox';

/**
 * Appends events with one statement. Whoever changes an aggregate holds the lock on its row until it commits, so that an
 * event is never committed before one of a lower revision.
 */
export class PostgresOutbox implements Outbox {
  constructor(private readonly statements: Statements) {}

  async append(events: readonly VacancyContextEvent[]): Promise<void> {
    if (events.length === 0) return;
    const wire = events.map(toWire);
    const columnOf = (value: (event: WireEvent) => unknown) => wire.map(value);
    await this.statements.rows(APPEND, [
      columnOf(({ event }) => event.name),
      columnOf(({ version }) => version),
      columnOf(({ aggregateId }) => aggregateId),
      columnOf(({ revision }) => revision),
      columnOf(({ event }) => JSON.stringify(event.payload)),
      currentTraceparent(),
      OUTBOX_CHANNEL,
    ]);
  }
}

const APPEND = `
  WITH appended AS (
    INSERT INTO vacancies.outbox (event_name, event_version, aggregate_id, revision, payload, traceparent)
    SELECT name, version, aggregate_id, revision, payload, $6
    FROM unnest($1::text[], $2::smallint[], $3::uuid[], $4::bigint[], $5::jsonb[])
      WITH ORDINALITY AS event (name, version, aggregate_id, revision, payload, position)
    ORDER BY position
  )
  SELECT pg_notify($7, '')`;
