import { ok } from '@job-scope/kernel';
import { anAmendment, aVacancyToStore, hitOf, vacancyToFind } from '@job-scope/vacancies-testing';
import { aGateway, UNAVAILABLE, type GatewayUnderTest } from './gateway.fixture';

const DAY = (day: number) => new Date(Date.UTC(2026, 4, day));
const UNKNOWN = '00000000-0000-7000-8000-ffffffffffff';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
});
afterAll(() => gateway.app.close());

let made = 0;
const aSourceId = () => `vacancy-${++made}`;

const store = async (vacancy: ReturnType<typeof aVacancyToStore>, seenAt = DAY(1)): Promise<string> => {
  const { written } = await gateway.database.unitOfWork.run((tx) => tx.vacancies.store([vacancy], seenAt));
  return written[0]?.id ?? '';
};
const stored = () => store(aVacancyToStore(aSourceId(), '1', { title: 'Водитель' }));
const amend = (...amendments: readonly ReturnType<typeof anAmendment>[]) =>
  gateway.database.unitOfWork.run((tx) => tx.vacancies.amend(amendments, DAY(2)));
const urlOf = (id: string) => `/api/v1/vacancies/${id}`;

describe('GET /api/v1/vacancies/{id}', () => {
  it('shows all that is known of the vacancy', async () => {
    const id = await stored();
    const { status, body } = await gateway.call('get', urlOf(id));
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Водитель', revision: 1, firstSeenAt: '2026-05-01T00:00:00.000Z' });
    expect(body).toMatchObject({ details: null, address: null, canonicalId: id, duplicates: [] });
    expect(body).not.toHaveProperty('raw');
    expect(body).not.toHaveProperty('duplicateKey');
  });

  it('shows the description and the address once they are known', async () => {
    const place = { city: 'Москва', street: null, building: null, description: null, text: 'Москва' };
    const metro = [{ id: '2.1', name: 'Сокол', line: { id: '2', name: 'Замоскворецкая' }, point: null }];
    const address = { ...place, point: { lat: 55.8, lng: 37.5 }, metro };
    const id = await store(aVacancyToStore(aSourceId(), '1', { address, type: { id: 'open', name: 'Открытая' } }));
    await amend(anAmendment(id, 'archived', 'Текст'));
    const { body } = await gateway.call('get', urlOf(id));
    expect(body).toMatchObject({ address, state: 'archived', type: { id: 'open' }, revision: 2 });
    expect(body.details).toMatchObject({ description: { html: '<p>Текст</p>', text: 'Текст' }, keySkills: ['SQL'] });
  });

  it('V-21: shows moments in UTC, to the millisecond', async () => {
    const publishedAt = new Date('2026-04-30T23:59:59.987Z');
    const { body } = await gateway.call('get', urlOf(await store(aVacancyToStore(aSourceId(), '1', { publishedAt }))));
    expect(body.publishedAt).toBe('2026-04-30T23:59:59.987Z');
  });

  it('links the same offer elsewhere, and says which of them stands for all', async () => {
    const offer = (url: string) => aVacancyToStore(aSourceId(), '1', { url }, { duplicateKey: 'an offer' });
    const [late, early] = [
      await store(offer('https://a.example/1'), DAY(3)),
      await store(offer('https://b.example/2'), DAY(2)),
    ];
    const { body } = await gateway.call('get', urlOf(late));
    expect(body.canonicalId).toBe(early);
    expect(body.duplicates).toEqual([{ id: early, source: 'headhunter', url: 'https://b.example/2' }]);
    await amend(anAmendment(early, 'archived'));
    expect((await gateway.call('get', urlOf(early))).body).toMatchObject({
      canonicalId: late,
      duplicates: [{ id: late }],
    });
  });

  it('answers 304 to whom holds the same, and in full to whom holds another', async () => {
    const url = urlOf(await stored());
    const { etag = '' } = (await gateway.call('get', url)).headers;
    const statusWith = async (tag: string) =>
      (await gateway.call('get', url, { headers: { 'if-none-match': tag } })).status;
    expect(etag).toMatch(/^"1-[\w-]{43}"$/);
    const held = [etag, `W/${etag}`, `"x", ${etag}`, '*'];
    expect(await Promise.all(held.map(statusWith))).toEqual([304, 304, 304, 304]);
    expect(await statusWith('"another"')).toBe(200);
  });

  it('answers in full when only a duplicate has changed', async () => {
    const offer = () => aVacancyToStore(aSourceId(), '1', {}, { duplicateKey: 'another offer' });
    const id = await store(offer());
    const { etag = '' } = (await gateway.call('get', urlOf(id))).headers;
    await store(offer());
    expect((await gateway.call('get', urlOf(id), { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('is a 404 for an identifier that nobody has, and a 400 for what is none', async () => {
    const unknown = await gateway.call('get', urlOf(UNKNOWN));
    expect([unknown.status, unknown.body.code]).toEqual([404, 'vacancies.not-found']);
    const none = await gateway.call('get', urlOf('1'));
    expect([none.status, none.body.errors]).toEqual([400, [{ pointer: '/id', message: 'must be a UUID' }]]);
  });
});

describe('GET /api/v1/vacancies/{id}/history', () => {
  const SALARY = { fromMinor: 15_000_050, toMinor: null, currency: 'RUB', gross: null, period: 'month' } as const;

  it('V-16: shows what became of the vacancy, the newest first and page by page', async () => {
    const sourceId = aSourceId();
    const id = await store(aVacancyToStore(sourceId, '1', { title: 'Водитель', salary: null }));
    await store(aVacancyToStore(sourceId, '2', { title: 'Водитель', salary: SALARY }), DAY(2));
    await store(aVacancyToStore(sourceId, '3', { title: 'Шофёр', salary: SALARY, archived: true }), DAY(3));
    const nothing = { title: null, salary: null, description: null, state: null };
    const { body } = await gateway.call('get', `${urlOf(id)}/history?limit=1`);
    const closed = { title: { before: 'Водитель', after: 'Шофёр' }, state: { before: 'active', after: 'archived' } };
    expect(body.items).toEqual([{ ...nothing, ...closed, revision: 3, at: '2026-05-03T00:00:00.000Z' }]);
    const older = await gateway.call('get', `${urlOf(id)}/history?limit=1&cursor=${body.nextCursor}`);
    const after = { from: 150_000.5, to: null, currency: 'RUB', gross: null, period: 'month' };
    expect(older.body).toEqual({
      items: [{ ...nothing, revision: 2, at: '2026-05-02T00:00:00.000Z', salary: { before: null, after } }],
    });
  });

  it('is empty of a vacancy that never changed, and a 404 of one that never was', async () => {
    expect((await gateway.call('get', `${urlOf(await stored())}/history`)).body).toEqual({ items: [] });
    const unknown = await gateway.call('get', `${urlOf(UNKNOWN)}/history`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'vacancies.not-found']);
  });

  it('refuses the cursor of another vacancy', async () => {
    const sourceId = aSourceId();
    const id = await store(aVacancyToStore(sourceId, '1'));
    for (const title of ['b', 'c']) await store(aVacancyToStore(sourceId, title, { title }));
    const { nextCursor } = (await gateway.call('get', `${urlOf(id)}/history?limit=1`)).body;
    const stolen = await gateway.call('get', `${urlOf(await stored())}/history?cursor=${nextCursor}`);
    expect([stolen.status, stolen.body.code]).toEqual([400, 'vacancies.cursor-expired']);
  });
});

describe('GET /api/v1/vacancies/{id}/similar', () => {
  beforeEach(() => gateway.search.reset());

  it('shows what is like the vacancy, and may be kept for a minute', async () => {
    const id = await stored();
    const alike = vacancyToFind({ title: 'Шофёр' });
    gateway.search.alike = ok({ items: [hitOf(alike)], degraded: true });
    const { status, body, headers } = await gateway.call('get', `${urlOf(id)}/similar?limit=5`);
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=60']);
    expect(body.degraded).toBe(true);
    expect(body.items).toEqual([expect.objectContaining({ id: alike.id, title: 'Шофёр', highlights: null })]);
    expect(gateway.search.likeWhat).toBe(`${id}, 5`);
  });

  it('is a 404 for an identifier that nobody has, a 400 for what is none, and a 503 while search is away', async () => {
    const unknown = await gateway.call('get', `${urlOf(UNKNOWN)}/similar`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'vacancies.not-found']);
    const faulty = await gateway.call('get', `${urlOf('1')}/similar?limit=51`);
    expect(faulty.status).toBe(400);
    gateway.search.alike = UNAVAILABLE;
    const away = await gateway.call('get', `${urlOf(await stored())}/similar`);
    expect([away.status, away.body.code, away.headers['retry-after']]).toEqual([503, 'search.unavailable', '5']);
  });
});
