import type { User } from '@job-scope/auth-domain';
import { USER_LIST, type AuthUnitOfWork, type UserDirectory, type UserListRequest } from '@job-scope/auth-ports';
import { aUser, sequentialIds } from './fakes';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** A directory without users. */
export interface UserDirectoryHarness {
  readonly unitOfWork: AuthUnitOfWork;
  readonly directory: UserDirectory;
}

const ids = sequentialIds();
const START = Date.UTC(2026, 2, 1, 10);

/** A user registered so many minutes after the first. */
const registered = (minute: number, given: Partial<User> = {}): User => {
  const id = ids.next();
  return aUser({ id, email: `${id}@example.com`, createdAt: new Date(START + minute * 60_000), ...given });
};

const add = ({ unitOfWork }: UserDirectoryHarness, ...users: readonly User[]): Promise<void> =>
  unitOfWork.run(async (tx) => {
    for (const user of users) expect(await tx.users.add(user)).toBe(true);
  });

type Query = Omit<UserListRequest, 'limit' | 'from'>;

const pagesOf = async (directory: UserDirectory, request: UserListRequest): Promise<readonly (readonly User[])[]> => {
  const { items, next } = await directory.list(request);
  return next ? [items, ...(await pagesOf(directory, { ...request, from: next }))] : [items];
};

const find = async ({ directory }: UserDirectoryHarness, query: Query): Promise<readonly string[]> =>
  (await directory.list({ limit: 100, ...query })).items.map(({ email }) => email);

const paging: readonly SuiteCase<UserDirectoryHarness>[] = [
  {
    title: 'D-3: lists the newest first, each once, on pages of any size, also those of one moment',
    check: async (harness) => {
      const users = [0, 1, 1, 1, 2, 3, 3].map((minute) => registered(minute, { displayName: 'Аня' }));
      await add(harness, ...users);
      const expected = users.toReversed();
      for (const limit of [1, 2, 3, 7, 8]) {
        const pages = await pagesOf(harness.directory, { limit });
        expect(pages.flat()).toEqual(expected);
        expect(pages).toHaveLength(Math.ceil(users.length / limit));
      }
    },
  },
  {
    title: 'D-3: neither repeats nor passes over anybody when users come and go meanwhile',
    check: async (harness) => {
      const users = [0, 1, 2, 3, 4].map((minute) => registered(minute));
      await add(harness, ...users);
      const first = await harness.directory.list({ limit: 2 });
      await add(harness, registered(9), registered(9));
      await harness.unitOfWork.run((tx) => tx.users.remove(first.items[1]?.id ?? ''));
      const rest = await pagesOf(harness.directory, { limit: 2, from: first.next });
      expect([...first.items, ...rest.flat()]).toEqual(users.toReversed());
    },
  },
  {
    title: 'lists nobody where there is nobody',
    check: async ({ directory }) => {
      expect(await directory.list({ limit: 10 })).toEqual({ items: [] });
      expect(await directory.list({ limit: 10, search: 'ann', active: true })).toEqual({ items: [] });
    },
  },
  {
    title: 'names its list in every position',
    check: async (harness) => {
      await add(harness, registered(0), registered(1));
      expect((await harness.directory.list({ limit: 1 })).next?.list).toBe(USER_LIST);
    },
  },
  {
    title: 'D-2: finds nobody after a position that was altered on its way',
    check: async (harness) => {
      await add(harness, registered(0), registered(1));
      for (const after of [[], ['x', 'y'], [1, 2], [null, null], ['2026-03-01T10:00:00.000Z'], ["'; --", "'"]]) {
        const page = await harness.directory.list({ limit: 10, from: { list: USER_LIST, after } });
        expect([after, page]).toEqual([after, { items: [] }]);
      }
    },
  },
];

const finding: readonly SuiteCase<UserDirectoryHarness>[] = [
  {
    title: 'finds by each flag, and by all of them together',
    check: async (harness) => {
      const flags = [true, false];
      const users = flags.flatMap((active) =>
        flags.flatMap((superuser) => flags.map((verified) => registered(0, { active, superuser, verified }))),
      );
      await add(harness, ...users);
      const queries: readonly Query[] = [
        ...flags.flatMap((value) => [{ active: value }, { superuser: value }, { verified: value }]),
        ...users.map(({ active, superuser, verified }) => ({ active, superuser, verified })),
      ];
      for (const query of queries) {
        const wanted = users.filter((user) =>
          Object.entries(query).every(([flag, value]) => user[flag as keyof User] === value),
        );
        expect((await find(harness, query)).toSorted()).toEqual(wanted.map(({ email }) => email).toSorted());
      }
    },
  },
  {
    title: 'finds by part of the address or of the name, in any case and any script',
    check: async (harness) => {
      await add(
        harness,
        registered(0, { email: 'ann.smith@example.com', displayName: null }),
        registered(1, { email: 'bob@example.org', displayName: 'Энн Smithson' }),
        registered(2, { email: 'eve@example.com', displayName: 'Ёлка' }),
      );
      const found = (search: string) => find(harness, { search });
      expect(await found('SMITH')).toEqual(['bob@example.org', 'ann.smith@example.com']);
      expect(await found('эНН')).toEqual(['bob@example.org']);
      expect(await found('ёл')).toEqual(['eve@example.com']);
      expect(await found('@example.com')).toEqual(['eve@example.com', 'ann.smith@example.com']);
      expect(await found('e')).toHaveLength(3);
      expect(await found('nobody')).toEqual([]);
    },
  },
  {
    title: 'takes every character of a search for itself',
    check: async (harness) => {
      const names = ['50% off', '50 off', 'a_b', 'axb', 'a\\b', 'a\\\\b', "O'Neil", 'x" y'];
      await add(harness, ...names.map((displayName, minute) => registered(minute, { displayName })));
      const found = async (search: string) =>
        (await harness.directory.list({ limit: 100, search })).items.map(({ displayName }) => displayName);
      expect(await found('0% o')).toEqual(['50% off']);
      expect(await found('a_b')).toEqual(['a_b']);
      expect(await found('a\\b')).toEqual(['a\\b']);
      expect(await found('\\\\')).toEqual(['a\\\\b']);
      expect(await found("o'n")).toEqual(["O'Neil"]);
      expect(await found('x" y')).toEqual(['x" y']);
      for (const none of ['%%', '__', 'a\0b', '\0']) expect([none, await found(none)]).toEqual([none, []]);
    },
  },
  {
    title: 'D-3: pages through what it finds, and through nothing else',
    check: async (harness) => {
      const users = Array.from({ length: 12 }, (_, minute) =>
        registered(minute, { displayName: minute % 2 ? 'Odd' : 'Even', active: minute % 3 === 0 }),
      );
      await add(harness, ...users);
      const pages = await pagesOf(harness.directory, { limit: 1, search: 'odd', active: true });
      expect(pages.flat()).toEqual([users[9], users[3]]);
    },
  },
];

export const userDirectoryCases: readonly SuiteCase<UserDirectoryHarness>[] = [...paging, ...finding];

/** What every `UserDirectory` must do. */
export const describeUserDirectory = (name: string, open: OpenHarness<UserDirectoryHarness>): void =>
  describeSuite(`${name}: a UserDirectory`, userDirectoryCases, open);
