import type { AuditRecord, User } from '@job-scope/auth-domain';
import { USER_LIST, type AuditRequest, type UserListRequest } from '@job-scope/auth-ports';
import type { Page } from '@job-scope/kernel';

type Sortable = readonly [at: number, id: string];

const isOlder = ([at, id]: Sortable, [otherAt, otherId]: Sortable): boolean =>
  at < otherAt || (at === otherAt && id < otherId);

const newestFirst =
  <T>(key: (item: T) => Sortable) =>
  (one: T, other: T): number =>
    isOlder(key(one), key(other)) ? 1 : -1;

const keyOfUser = ({ createdAt, id }: User): Sortable => [createdAt.getTime(), id];

export const listUsers = (users: readonly User[], request: UserListRequest): Page<User> => {
  const { limit, from, search, active, superuser, verified } = request;
  const wanted = search?.toLowerCase();
  const found = users
    .filter((user) => active === undefined || user.active === active)
    .filter((user) => superuser === undefined || user.superuser === superuser)
    .filter((user) => verified === undefined || user.verified === verified)
    .filter((user) => !wanted || `${user.email}\n${user.displayName ?? ''}`.toLowerCase().includes(wanted))
    .filter((user) => !from || isOlder(keyOfUser(user), positionOf(from.after)))
    .toSorted(newestFirst(keyOfUser));
  const items = structuredClone(found.slice(0, limit));
  const last = items.at(-1);
  if (found.length <= limit || !last) return { items };
  return { items, next: { list: USER_LIST, after: [last.createdAt.toISOString(), last.id] } };
};

/** Nothing comes after a position that is none. */
const positionOf = ([at, id]: readonly (string | number | null)[]): Sortable => [
  typeof id === 'string' ? Date.parse(String(at)) : Number.NaN,
  String(id),
];

const keyOfRecord = ({ at, id }: AuditRecord): Sortable => [at.getTime(), id];

export const listAudit = (records: readonly AuditRecord[], request: AuditRequest): readonly AuditRecord[] => {
  const { limit, before, action, actorId, subjectId } = request;
  return structuredClone(
    records
      .filter((record) => action === undefined || record.action === action)
      .filter(({ actor }) => actorId === undefined || ('id' in actor && actor.id === actorId))
      .filter(({ subject }) => subjectId === undefined || subject?.id === subjectId)
      .filter((record) => !before || isOlder(keyOfRecord(record), [before.at.getTime(), before.id]))
      .toSorted(newestFirst(keyOfRecord))
      .slice(0, limit),
  );
};
