import { SigningKeyRow } from './signing-key.entity';
import { UserRow } from './user.entity';

export * from './postgres-audit-reader';
export * from './postgres-auth-outbox-feed';
export * from './postgres-auth-unit-of-work';
export * from './postgres-session-store';
export { PostgresSigningKeyReader } from './postgres-signing-keys';
export * from './postgres-user-directory';
export * from './postgres-user-event-publisher';
export * from './postgres-user-reader';

/** What a data source of these adapters must be created with. */
export const authEntities = [UserRow, SigningKeyRow];
