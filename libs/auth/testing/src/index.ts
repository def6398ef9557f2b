export * from './account-mailer.suite';
export * from './auth-unit-of-work.suite';
export * from './fakes';
export * from './in-memory-auth-database';
export * from './in-memory-auth-outbox';
export * from './in-memory-session-store';
export type { SessionStoreHarness } from './session-store-harness';
export * from './session-store.suite';
export * from './told-access.suite';
