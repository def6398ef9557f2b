import { CreateSearchDocuments1763900000000 } from './1763900000000-create-search-documents';
import { ConfigureSearchText1763900100000 } from './1763900100000-configure-search-text';

/** The context's schema and its migrations, in order. The migrator makes the schema and the roles before it runs them. */
export const vacanciesMigrations = {
  schema: 'vacancies',
  migrations: [CreateSearchDocuments1763900000000, ConfigureSearchText1763900100000],
};
