import {
  changeSavedSearch,
  changeVacancy,
  createClient,
  createSavedSearch,
  deleteExport,
  deleteSavedSearch,
  downloadExport,
  exportVacancies,
  getExport,
  getIndexOperation,
  getSearchIndex,
  getVacancy,
  hideVacancy,
  isProblem,
  listExports,
  listSavedSearches,
  listSimilarVacancies,
  listSources,
  listVacancyChanges,
  logIn,
  pages,
  pauseSavedSearch,
  readSalaryStatistics,
  readVacancyCounts,
  requestCollection,
  requestExport,
  requestIndexOperation,
  resumeSavedSearch,
  runEvents,
  searchVacancies,
  showVacancy,
  suggestSearch,
  type Client,
  type Problem,
} from '@job-scope/api-client';
import { setTimeout as delay } from 'node:timers/promises';
import { LocalStack, type RunningStack } from './local-stack.fixture';

const VACANCIES = 60;
const stack = new LocalStack();
let running: RunningStack;
let anonymous: Client;

beforeAll(async () => {
  running = await stack.start(['--vacancies', String(VACANCIES)]);
  anonymous = createClient({ baseUrl: running.url });
});
afterAll(async () => {
  await running?.stop();
  await stack.destroy();
});

const search = (query: object) => searchVacancies({ client: anonymous, throwOnError: true, query });
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Asks until the answer is as wanted: what workers do takes them a moment. */
async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await delay(100);
  }
}

const linesOf = async (file: string | Blob): Promise<readonly string[]> =>
  (typeof file === 'string' ? file : await file.text()).trim().split('\n');

/** A client that sends the superuser's token where the document says it is wanted. */
async function superuser(): Promise<Client> {
  const body = { email: 'admin@example.com', password: stack.superuserPassword, transport: 'header' } as const;
  const { data } = await logIn({ client: anonymous, throwOnError: true, body });
  const token = 'accessToken' in data ? data.accessToken : undefined;
  return createClient({ baseUrl: running.url, auth: ({ scheme }) => (scheme === 'bearer' ? token : undefined) });
}

describe('a front end with the generated client', () => {
  it('searches, counts facets and filters by them', async () => {
    const { data } = await search({ facets: ['area'], includeDuplicates: true });
    const [area] = data.facets?.area ?? [];

    expect(area?.count).toBeGreaterThan(0);
    const { data: filtered } = await search({ areaId: [area?.id ?? ''], includeDuplicates: true });
    expect(filtered.total.value).toBe(area?.count);
  });

  it('goes through all pages, and reads what it found', async () => {
    const ids: string[] = [];
    const all = pages((cursor) => search({ sort: 'published', limit: 25, includeDuplicates: true, cursor }));
    for await (const { items } of all) ids.push(...items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const { data } = await search({ limit: 1, includeDuplicates: true });
    expect(ids).toHaveLength(data.total.value);

    const { data: vacancy, response } = await getVacancy({
      client: anonymous,
      throwOnError: true,
      path: { id: ids[0] ?? '' },
    });
    expect(vacancy.id).toBe(ids[0]);
    expect(response.headers.get('etag')).toBeTruthy();
  });

  it('names the sources, completes what is typed, finds what is alike, and tells figures', async () => {
    const { data: sources } = await listSources({ client: anonymous, throwOnError: true });
    const { data: page } = await search({ limit: 1 });
    const [vacancy] = page.items;
    expect(sources.items.map(({ name }) => name)).toContain(vacancy?.source);

    const q = (vacancy?.title ?? '').slice(0, 3);
    const { data: suggested } = await suggestSearch({ client: anonymous, throwOnError: true, query: { q } });
    expect(suggested.items.length).toBeGreaterThan(0);
    const like = { path: { id: vacancy?.id ?? '' }, query: { limit: 5 } };
    const { data: similar } = await listSimilarVacancies({ client: anonymous, throwOnError: true, ...like });
    expect(similar.items.map(({ id }) => id)).not.toContain(vacancy?.id);

    const by = { client: anonymous, throwOnError: true as const };
    const { data: counts } = await readVacancyCounts({ ...by, query: { by: 'source' } });
    const { data: salaries } = await readSalaryStatistics({ ...by, query: { by: 'employer' } });
    expect([counts.total, salaries.all.vacancies]).toEqual([page.total.value, page.total.value]);
  });

  it('takes what it found along as a file, at once and made in the background', async () => {
    const [client, asked] = [await superuser(), { throwOnError: true as const }];
    const total = (await search({ limit: 1 })).data.total.value;
    const { data: csv } = await exportVacancies({ client: anonymous, ...asked, query: { format: 'csv' } });
    expect(await linesOf(csv)).toHaveLength(total + 1);

    const headers = { 'Idempotency-Key': 'api-client' };
    const { data: requested } = await requestExport({ client, ...asked, headers, body: { format: 'jsonl' } });
    const path = { id: requested.id };
    const read = async () => (await getExport({ client, ...asked, path })).data;
    const made = await until(read, ({ status }) => status === 'succeeded');
    expect([made.rows, made.failure]).toEqual([total, null]);
    const { data: listed } = await listExports({ client, ...asked });
    expect(listed.items.map(({ id }) => id)).toEqual([made.id]);

    const link = new URL(made.downloadUrl ?? '', running.url).searchParams;
    const query = { expires: Number(link.get('expires')), signature: link.get('signature') ?? '' };
    const { data: file } = await downloadExport({ client: anonymous, ...asked, path, query });
    expect(await linesOf(file)).toHaveLength(total);

    await deleteExport({ client, ...asked, path });
    const gone = await failureOf(getExport({ client, ...asked, path }));
    expect(isProblem(gone) && gone.code).toBe('exports.not-found');
  });

  it('has a collection started once however often it asks, and follows it to its end', async () => {
    const client = await superuser();
    const ask = () =>
      requestCollection({
        client,
        throwOnError: true,
        headers: { 'Idempotency-Key': 'api-client' },
        body: { source: 'headhunter', query: { text: 'python' } },
      });
    const [{ data: first }, { data: again }] = [await ask(), await ask()];
    expect(again.id).toBe(first.id);

    const events: string[] = [];
    for await (const { id, event } of runEvents({ client, path: { id: first.id } })) events.push(`${id} ${event}`);
    expect([events[0], events.at(-1)]).toEqual(['1 started', `${events.length} finished`]);
  });

  it('keeps searches, changes them only as they were read, and pauses, resumes and deletes them', async () => {
    const [client, asked] = [await superuser(), { throwOnError: true as const }];
    const body = { name: 'Pythons', search: { text: 'python', state: ['active' as const] } };
    const { data: made, response } = await createSavedSearch({ client, ...asked, body });
    const [path, etag] = [{ id: made.id }, response.headers.get('etag') ?? ''];
    expect(made.search).toEqual(body.search);

    const change = (tag: string, name: string) =>
      changeSavedSearch({ client, ...asked, path, headers: { 'If-Match': tag }, body: { name } });
    expect((await change(etag, 'Snakes')).data.name).toBe('Snakes');
    const late = await failureOf(change(etag, 'Adders'));
    expect(isProblem(late) && late.code).toBe('saved-searches.changed-meanwhile');

    await pauseSavedSearch({ client, ...asked, path });
    await resumeSavedSearch({ client, ...asked, path });
    const { data: all } = await listSavedSearches({ client, ...asked });
    expect(all.items).toMatchObject([{ id: made.id, name: 'Snakes', paused: false }]);
    await deleteSavedSearch({ client, ...asked, path });
    expect((await listSavedSearches({ client, ...asked })).data.items).toEqual([]);
  });

  it('lets superusers change, hide and show a vacancy, and look after the index', async () => {
    const [client, asked] = [await superuser(), { throwOnError: true as const }];
    const path = { id: (await search({ limit: 1, sort: 'id' })).data.items[0]?.id ?? '' };
    await changeVacancy({ client, ...asked, path, body: { title: 'Дрессировщик улиток' } });
    const { data: history } = await listVacancyChanges({ client: anonymous, ...asked, path });
    expect(history.items[0]?.title?.after).toBe('Дрессировщик улиток');
    const found = async () => (await search({ text: 'улиток', includeDuplicates: true })).data.total.value;
    await until(found, (total) => total === 1);

    await hideVacancy({ client, ...asked, path });
    const hidden = await failureOf(getVacancy({ client: anonymous, ...asked, path }));
    expect(isProblem(hidden) && hidden.code).toBe('vacancies.not-found');
    await until(found, (total) => total === 0);
    await showVacancy({ client, ...asked, path });
    await until(found, (total) => total === 1);

    const { data: wish } = await requestIndexOperation({ client, ...asked, body: { kind: 'check' } });
    const read = async () => (await getIndexOperation({ client, ...asked, path: { id: wish.id } })).data;
    const checked = await until(read, ({ status }) => status === 'succeeded' || status === 'failed');
    expect(checked).toMatchObject({ status: 'succeeded', drift: { missing: 0, stale: 0, surplus: 0 } });
    const { data: index } = await getSearchIndex({ client, ...asked });
    expect(index.indexes.map(({ state }) => state)).toEqual(['ready']);
  });

  it('tells refusals by their codes and fields', async () => {
    const { error, response } = await searchVacancies({ client: anonymous, query: { limit: 1_000 } });
    expect(response?.status).toBe(400);
    expect(error).toMatchObject({ code: 'validation-failed', errors: [{ pointer: '/limit' }] } satisfies
      Partial<Problem> | object);

    const body = { source: 'headhunter', query: {} };
    const headers = { 'Idempotency-Key': 'nobody' };
    const refusal = await failureOf(requestCollection({ client: anonymous, throwOnError: true, headers, body }));
    expect(isProblem(refusal) && refusal.code).toBe('authentication-required');

    const unknown = { path: { id: '00000000-0000-4000-8000-000000000000' } };
    const notFound = await failureOf(runEvents({ client: await superuser(), ...unknown }).next());
    expect(isProblem(notFound) && notFound.code).toBe('collections.not-found');
  });
});
