import { firstSigningKey, newSuperuser, userChanged, type AuditEvent } from '@job-scope/auth-domain';
import { describeAuthUnitOfWork, FakeKeyPairMaker } from '@job-scope/auth-testing';
import { runWithTraceparent, silentLogger, UuidV7Generator } from '@job-scope/platform-nest';
import { PostgresAuthUnitOfWork } from './postgres-auth-unit-of-work';
import { PostgresSigningKeyReader } from './postgres-signing-keys';
import { PostgresUserReader } from './postgres-user-reader';
import { migratedDatabase } from './postgres.fixture';

const NOW = new Date('2026-03-01T10:00:00Z');
const REUSE: AuditEvent = {
  at: NOW,
  action: 'session.revoked',
  actor: { kind: 'anonymous' },
  subject: { kind: 'session', id: 's-1' },
  ip: '192.0.2.1',
  userAgent: 'spec',
  details: { reason: 'refresh-token-reused' },
};

describe('auth in PostgreSQL', () => {
  const database = migratedDatabase();
  const ids = new UuidV7Generator();

  const column = async (sql: string): Promise<string[]> =>
    (await database.owner.query<{ value: string }[]>(sql)).map(({ value }) => value);

  describeAuthUnitOfWork('PostgresAuthUnitOfWork', async () => {
    await database.owner.query('TRUNCATE auth.users, auth.sessions, auth.signing_keys, auth.outbox, auth.audit_events');
    return {
      unitOfWork: new PostgresAuthUnitOfWork(database.auth, ids, silentLogger),
      users: new PostgresUserReader(database.auth),
      keys: new PostgresSigningKeyReader(database.auth),
      outboxUserIds: () => column('SELECT aggregate_id AS value FROM auth.outbox ORDER BY id'),
      auditActions: () => column('SELECT action AS value FROM auth.audit_events ORDER BY id'),
    };
  });

  it('maps exactly the tables that the migrations make', async () => {
    const { upQueries } = await database.owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('sends `users.changed.v1` with the revision and the trace it happened in', async () => {
    await database.owner.query('TRUNCATE auth.outbox');
    const traceparent = '00-11111111111111111111111111111111-2222222222222222-01';
    const unitOfWork = new PostgresAuthUnitOfWork(database.auth, ids, silentLogger);
    const user = newSuperuser({ id: ids.next(), email: 'event@example.com', passwordHash: 'x' }, NOW);
    const { id: userId, email, verified, active, superuser, revision } = user;
    await runWithTraceparent(traceparent, () => unitOfWork.run((tx) => tx.outbox.append([userChanged(user)])));
    const [row] = await database.owner.query('SELECT * FROM auth.outbox');
    expect(row).toMatchObject({
      event_name: 'users.changed',
      event_version: 1,
      aggregate_id: userId,
      revision: '1',
      traceparent: expect.stringContaining('11111111111111111111111111111111'),
      payload: { userId, email, verified, active, superuser, revision },
    });
  });

  it('logs an audit event once it is committed, a reused token as a warning', async () => {
    const warn = jest.fn();
    const unitOfWork = new PostgresAuthUnitOfWork(database.auth, ids, { ...silentLogger, warn });
    await unitOfWork
      .run(async (tx) => {
        await tx.audit.append(REUSE);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect(warn).not.toHaveBeenCalled();
    await unitOfWork.run((tx) => tx.audit.append(REUSE));
    expect(warn).toHaveBeenCalledWith(
      'audit: session.revoked',
      expect.objectContaining({ 'audit.subject': 'session s-1' }),
    );
  });

  it('lets the gateway read the session status and nothing else', async () => {
    const granted = await database.owner.query(`
      SELECT table_name, privilege_type FROM information_schema.role_table_grants
      WHERE grantee = 'job_scope_gateway' AND table_schema = 'auth'`);
    expect(granted).toEqual([{ table_name: 'session_status', privilege_type: 'SELECT' }]);
    await expect(database.gateway.query('SELECT password_hash FROM auth.users')).rejects.toThrow('permission denied');
  });

  it('keeps auth-service from changing the audit trail', async () => {
    for (const sql of ['UPDATE auth.audit_events SET ip = NULL', 'DELETE FROM auth.audit_events']) {
      await expect(database.auth.query(sql)).rejects.toThrow('permission denied');
    }
  });

  it('lets readers of the ring pass while it is locked', async () => {
    const unitOfWork = new PostgresAuthUnitOfWork(database.auth, ids, silentLogger);
    const key = firstSigningKey(await new FakeKeyPairMaker().make(), NOW);
    await unitOfWork.run((tx) => tx.signingKeys.saveRing([key]));
    const seen = await unitOfWork.run(async (tx) => {
      await tx.signingKeys.lockRing();
      return new PostgresSigningKeyReader(database.auth).readRing();
    });
    expect(seen).toEqual([key]);
  });
});
