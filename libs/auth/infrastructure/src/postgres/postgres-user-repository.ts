import type { User } from '@job-scope/auth-domain';
import type { UserRepository } from '@job-scope/auth-ports';
import type { EntityManager } from 'typeorm';
import { UserRow } from './user.entity';

export class PostgresUserRepository implements UserRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(user: User): Promise<boolean> {
    const insert = this.manager
      .createQueryBuilder()
      .insert()
      .into(UserRow)
      .values({ ...user });
    const { raw } = await insert.orIgnore().returning('id').execute();
    return raw.length === 1;
  }

  async lock(id: string): Promise<User | undefined> {
    const row = await this.manager.findOne(UserRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return row ? { ...row } : undefined;
  }

  /** Within a savepoint: an address that is taken must not end the transaction. */
  async save(user: User): Promise<boolean> {
    const { email, displayName, passwordHash, active, superuser, verified, revision, updatedAt } = user;
    const columns = [email, displayName, passwordHash, active, superuser, verified, revision, updatedAt];
    await this.manager.query('SAVEPOINT save_user');
    try {
      await this.manager.query(SAVE, [user.id, ...columns]);
      return true;
    } catch (error) {
      if (!isTaken(error)) throw error;
      await this.manager.query('ROLLBACK TO SAVEPOINT save_user');
      return false;
    }
  }

  async remove(id: string): Promise<void> {
    await this.manager.delete(UserRow, { id });
  }

  async lockActiveSuperusers(): Promise<readonly string[]> {
    await this.manager.query('SELECT pg_advisory_xact_lock($1)', [SUPERUSERS_LOCK]);
    const rows = await this.manager.query<{ id: string }[]>(
      'SELECT id FROM auth.users WHERE active AND superuser AND verified ORDER BY id',
    );
    return rows.map(({ id }) => id);
  }
}

/** Any number will do that nobody else takes in this database: row locks would not keep a new superuser out. */
const SUPERUSERS_LOCK = 5_620_727;

const SAVE = `
  UPDATE auth.users
  SET email = $2, display_name = $3, password_hash = $4, active = $5, superuser = $6, verified = $7, revision = $8,
      updated_at = $9
  WHERE id = $1`;

/** SQLSTATE 23505 on the address, and on nothing else. */
const isTaken = (error: unknown): boolean => {
  const { code, constraint } = (error as { driverError?: { code?: unknown; constraint?: unknown } }).driverError ?? {};
  return code === '23505' && constraint === 'users_email_key';
};
