/**
 * The table of a context's audit trail, for its migrations. As frozen as they are: a change is a new migration, in every
 * context at once. A test of the migrator holds the tables of all contexts equal.
 */
export const createAuditTable = (schema: string): string => `
  CREATE TABLE ${schema}.audit_events (
    id           uuid        PRIMARY KEY,
    at           timestamptz NOT NULL,
    action       text        NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     text,
    subject_kind text,
    subject_id   text,
    ip           text,
    user_agent   text,
    trace_id     text,
    details      jsonb       NOT NULL
  );
  CREATE INDEX audit_events_at ON ${schema}.audit_events (at DESC, id DESC);
  CREATE INDEX audit_events_subject ON ${schema}.audit_events (subject_kind, subject_id, at DESC);
`;
