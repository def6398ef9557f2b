import { CreateSearchDocuments1763900000000 } from './1763900000000-create-search-documents';

/** The context's schema and its migrations, in order. The migrator makes the schema and the roles before it runs them. */
export const vacanciesMigrations = {
  schema: 'vacancies',
  migrations: [CreateSearchDocuments1763900000000],
};
