import { CreateAuth1763900000000 } from './1763900000000-create-auth';
import { CompleteAccounts1764000000000 } from './1764000000000-complete-accounts';

/** The context's schema and its migrations, in order. The migrator makes the schema and the roles before it runs them. */
export const authMigrations = {
  schema: 'auth',
  migrations: [CreateAuth1763900000000, CompleteAccounts1764000000000],
};
