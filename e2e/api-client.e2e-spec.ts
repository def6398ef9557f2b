import {
  createClient,
  getVacancy,
  isProblem,
  logIn,
  pages,
  requestCollection,
  runEvents,
  searchVacancies,
  type Client,
  type Problem,
} from '@job-scope/api-client';
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
