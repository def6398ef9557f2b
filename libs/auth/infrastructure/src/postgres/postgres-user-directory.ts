import type { User } from '@job-scope/auth-domain';
import { USER_LIST, type UserDirectory, type UserListRequest } from '@job-scope/auth-ports';
import { isIsoTime, isUuid, type Page, type PagePosition } from '@job-scope/kernel';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { UserRow } from './user.entity';

/** Lists users by their time of registration: pages begin after a user, so that new ones shift nothing. */
export class PostgresUserDirectory implements UserDirectory {
  constructor(private readonly dataSource: DataSource) {}

  async list(request: UserListRequest): Promise<Page<User>> {
    const { limit, from, search } = request;
    if ((from && !isPosition(from)) || search?.includes('\0')) return { items: [] };
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
    if (search) query.andWhere(`${SEARCHED} LIKE lower(:search)`, { search: `%${escapeLike(search)}%` });
    if (from) {
      const [at, id] = from.after;
      query.andWhere('(u.created_at, u.id) < (:at, :id)', { at, id });
    }
    return query;
  }
}

/** The very expression of the index. */
const SEARCHED = `lower(u.email || E'\\n' || coalesce(u.display_name, ''))`;

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

/** What comes back from outside may have been altered on its way: after such a position there is nothing. */
const isPosition = ({ after: [at, id] }: PagePosition): boolean => isIsoTime(at) && isUuid(id);
