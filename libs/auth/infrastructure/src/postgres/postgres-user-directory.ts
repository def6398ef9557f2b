import type { User } from '@job-scope/auth-domain';
import { USER_LIST, type UserDirectory, type UserListRequest } from '@job-scope/auth-ports';
import type { Page } from '@job-scope/kernel';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { UserRow } from './user.entity';

/** Lists users by their time of registration: pages begin after a user, so that new ones shift nothing. */
export class PostgresUserDirectory implements UserDirectory {
  constructor(private readonly dataSource: DataSource) {}

  async list(request: UserListRequest): Promise<Page<User>> {
    const { limit } = request;
    const rows = await this.query(request)
      .orderBy('u.createdAt', 'DESC')
      .addOrderBy('u.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const items = rows.slice(0, limit).map((row) => ({ ...row }));
    const last = items.at(-1);
    if (rows.length <= limit || !last) return { items };
    return { items, next: { list: USER_LIST, after: [last.createdAt.toISOString(), last.id] } };
  }

  private query({ from, search, ...flags }: UserListRequest): SelectQueryBuilder<UserRow> {
    const query = this.dataSource.getRepository(UserRow).createQueryBuilder('u');
    for (const flag of ['active', 'superuser', 'verified'] as const) {
      if (flags[flag] !== undefined) query.andWhere(`u.${flag} = :${flag}`, { [flag]: flags[flag] });
    }
    // The very expression of the index.
    const text = `lower(u.email || E'\\n' || coalesce(u.display_name, ''))`;
    if (search) query.andWhere(`${text} LIKE :search`, { search: `%${escapeLike(search.toLowerCase())}%` });
    if (from) {
      const [at, id] = from.after;
      query.andWhere('(u.created_at, u.id) < (:at, :id)', { at, id });
    }
    return query;
  }
}

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');
