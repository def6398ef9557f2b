export { PostgresAuditReader } from './postgres-audit-trail';
export * from './postgres-collection-run-reader';
export { OUTBOX_CHANNEL } from './postgres-outbox';
export * from './postgres-outbox-feed';
export * from './postgres-listener';
export * from './postgres-source-request-budget';
export * from './postgres-vacancy-reader';
export * from './postgres-vacancy-unit-of-work';
