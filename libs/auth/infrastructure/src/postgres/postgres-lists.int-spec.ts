import { describeAuditReader, describeUserDirectory } from '@job-scope/auth-testing';
import { silentLogger, UuidV7Generator } from '@job-scope/platform-nest';
import { PostgresAuditReader } from './postgres-audit-reader';
import { PostgresAuthUnitOfWork } from './postgres-auth-unit-of-work';
import { PostgresUserDirectory } from './postgres-user-directory';
import { migratedDatabase } from './postgres.fixture';

describe('the lists of auth in PostgreSQL', () => {
  const database = migratedDatabase();
  const ids = new UuidV7Generator();

  const emptied = async () => {
    await database.owner.query('TRUNCATE auth.users, auth.audit_events CASCADE');
    return new PostgresAuthUnitOfWork(database.auth, ids, silentLogger);
  };

  describeUserDirectory('PostgresUserDirectory', async () => ({
    unitOfWork: await emptied(),
    directory: new PostgresUserDirectory(database.auth),
  }));

  describeAuditReader('PostgresAuditReader', async () => ({
    unitOfWork: await emptied(),
    trail: new PostgresAuditReader(database.auth),
  }));
});
