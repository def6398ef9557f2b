import { CreateAuth1763900000000 } from './1763900000000-create-auth';

/** The context's schema and its migrations, in order. The migrator makes the schema and the roles before it runs them. */
export const authMigrations = {
  schema: 'auth',
  migrations: [CreateAuth1763900000000],
};
