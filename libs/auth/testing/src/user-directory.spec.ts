import { USER_LIST, type UserDirectory, type UserListRequest } from '@job-scope/auth-ports';
import { InMemoryAuthDatabase } from './in-memory-auth-database';
import { failedCases } from './suite';
import { describeUserDirectory, userDirectoryCases, type UserDirectoryHarness } from './user-directory.suite';

type Spoil = (directory: UserDirectory) => UserDirectory['list'];

const harnessOf =
  (spoil: Spoil = ({ list }) => list) =>
  async (): Promise<UserDirectoryHarness> => {
    const database = new InMemoryAuthDatabase();
    return { unitOfWork: database, directory: { list: spoil(database.directory) } };
  };

describeUserDirectory('InMemoryAuthDatabase', harnessOf());

/** By number, not by position. */
const skipsByNumber: Spoil = (directory) => async (request) => {
  const skipped = Number(request.from?.after[0] ?? 0);
  const { items } = await directory.list({ ...request, from: undefined, limit: 1000 });
  const page = items.slice(skipped, skipped + request.limit);
  const next = { list: USER_LIST, after: [skipped + request.limit] };
  return items.length > skipped + request.limit ? { items: page, next } : { items: page };
};

/** Of those of one moment it gives only what fits on the page. */
const knowsMomentsOnly: Spoil = (directory) => async (request) => {
  const [at] = request.from?.after ?? [];
  const from = at === undefined ? undefined : { list: USER_LIST, after: [at, ''] };
  return directory.list({ ...request, from });
};

const searching =
  (change: (search: string) => string): Spoil =>
  (directory) =>
  (request: UserListRequest) =>
    directory.list({ ...request, search: request.search && change(request.search) });

const forgetsToFilter: Spoil =
  (directory) =>
  ({ active: _, ...request }) =>
    directory.list(request);

describe('the suite of UserDirectory refuses one that', () => {
  it.each<[string, Spoil, string]>([
    ['skips by number', skipsByNumber, 'D-3: neither repeats nor passes over'],
    ['knows moments only', knowsMomentsOnly, 'D-3: lists the newest first'],
    ['leaves out characters', searching((text) => text.replaceAll(/[%_\\]/g, '')), 'takes every character'],
    ['reads three letters', searching((text) => text.slice(0, 3)), 'finds by part'],
    ['finds by the beginning', searching((text) => `\n${text}`), 'finds by part'],
    ['does not filter', forgetsToFilter, 'finds by each flag'],
    ['does not filter the pages', forgetsToFilter, 'D-3: pages through what it finds'],
  ])('%s', async (_, spoil, title) => {
    expect(await failedCases(userDirectoryCases, harnessOf(spoil))).toContainEqual(expect.stringContaining(title));
  });
});
