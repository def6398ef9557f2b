import { parseMoscow } from '@job-scope/simulator-shared';
import fc from 'fast-check';
import { collect, idsOf, simulate, type Query } from '../testing/client';
import type { Item } from '../testing/wire';

const SIZE = 700;
const { search } = simulate({ size: SIZE });
const ALL = { order_by: 'publication_time', no_magic: true } as const;
const everything = collect(search, { ...ALL, per_page: 100 });
const at = (item: { published_at: string }) => parseMoscow(item.published_at) as number;
const iso = (item: { published_at: string }) => item.published_at;

describe('paging', () => {
  it('with a constant per_page shows every vacancy exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 7, max: 100 }), async (perPage) => {
        const { found, items } = await collect(search, { ...ALL, per_page: perPage });
        expect(found).toBe(SIZE);
        expect(items).toHaveLength(SIZE);
        expect(new Set(idsOf(items)).size).toBe(SIZE);
      }),
      { numRuns: 8 },
    );
  });

  it('shows the newest first', async () => {
    const instants = (await everything).items.map(at);
    expect(instants).toEqual(instants.toSorted((left, right) => right - left));
  });

  it('takes 20 a page unless told otherwise, and 0 counts only', async () => {
    expect((await search()).body).toMatchObject({ per_page: 20, pages: 35, page: 0 });
    expect((await search({ per_page: 0 })).body).toMatchObject({ items: [], found: SIZE, per_page: 0 });
  });

  it('ends with an empty page beyond the last', async () => {
    expect((await search({ page: 10, per_page: 100 })).body).toMatchObject({ items: [], found: SIZE, page: 10 });
  });
});

describe('the depth limit', () => {
  const deep = simulate({ size: 2300 });

  it.each([
    [{ per_page: 10, page: 199 }, 200],
    [{ per_page: 10, page: 200 }, 400],
    [{ per_page: 100, page: 19 }, 200],
    [{ per_page: 100, page: 20 }, 400],
  ])('%j is answered with %i', async (query, status) => {
    expect((await deep.search(query)).status).toBe(status);
  });

  it('caps pages but not found', async () => {
    expect((await deep.search({ per_page: 100 })).body).toMatchObject({ found: 2300, pages: 20 });
    expect((await deep.search({ per_page: 1 })).body).toMatchObject({ found: 2300, pages: 2000 });
  });

  it('says which parameters ask for too much', async () => {
    const description = "you can't look up more than 2000 items in the list";
    expect((await deep.search({ per_page: 100, page: 20 })).body).toMatchObject({
      errors: [
        { type: 'bad_argument', value: 'page' },
        { type: 'bad_argument', value: 'per_page' },
      ],
      bad_arguments: [{ name: 'page, per_page', description }],
      bad_argument: 'page, per_page',
      description,
    });
  });

  it('can be raised, so that one window reaches everything', async () => {
    const raised = simulate({ size: 2300, depthLimit: 2300 });
    const { items } = await collect(raised.search, { ...ALL, per_page: 100 });
    expect(new Set(idsOf(items)).size).toBe(2300);
  });
});

describe('the publication window', () => {
  it('finds exactly the vacancies between its rounded ends', async () => {
    const { items } = await everything;
    const round = (seconds: number) => Math.round(seconds / 300) * 300;
    await fc.assert(
      fc.asyncProperty(fc.nat(SIZE - 1), fc.nat(SIZE - 1), async (left, right) => {
        const [older, newer] = [items[Math.max(left, right)] as Item, items[Math.min(left, right)] as Item];
        const window = { ...ALL, per_page: 100, date_from: iso(older), date_to: iso(newer) };
        const inside = items.filter((item) => at(item) >= round(at(older)) && at(item) <= round(at(newer)));
        expect(idsOf((await collect(search, window)).items)).toEqual(idsOf(inside));
      }),
      { numRuns: 25 },
    );
  });

  it('holds both of its ends', async () => {
    const noon = '2026-11-02T12:00:00+0300';
    const site = simulate({ size: 0, now: noon });
    site.control.scenario({ name: 'insert' });
    const found = async (query: Query) => (await site.search({ per_page: 0, ...query })).body.found;
    expect(await found({ date_from: noon })).toBe(1);
    expect(await found({ date_from: '2026-11-02', date_to: noon })).toBe(1);
    expect(await found({ date_from: '2026-11-02T12:05:00+0300' })).toBe(0);
    expect(await found({ date_from: '2026-11-02', date_to: '2026-11-02T11:55:00+0300' })).toBe(0);
  });

  it('cut in two finds the same as whole', async () => {
    const count = async (query: object) => (await search({ per_page: 0, ...query })).body.found;
    const cut = '2026-10-20T10:00:00+0300';
    const before = await count({ date_from: '2026-09-01', date_to: '2026-10-20T09:55:00+0300' });
    const between = await count({ date_from: '2026-10-20T09:55:00+0300', date_to: cut });
    const after = await count({ date_from: cut });
    const edges = (await everything).items.filter((item) =>
      ['T09:55:00', 'T10:00:00'].includes(iso(item).slice(10, 19)),
    );
    expect(before + between + after - edges.length).toBe(SIZE);
  });

  it('of a period counts back from the virtual now', async () => {
    const week = (await collect(search, { ...ALL, per_page: 100, period: 7 })).items;
    const limit = (parseMoscow('2026-11-02T12:00:00+0300') as number) - 7 * 86_400;
    expect(week).toHaveLength((await everything).items.filter((item) => at(item) >= limit).length);
  });
});

describe('orders', () => {
  const bounds = (items: Item[]) =>
    items.filter(({ salary }) => salary?.currency === 'RUR').map(({ salary }) => salary?.to ?? salary?.from ?? 0);

  it('salary_desc puts the highest first and those without salary last', async () => {
    const { items } = await collect(search, { per_page: 100, order_by: 'salary_desc' });
    const rubles = bounds(items);
    expect(rubles).toEqual(rubles.toSorted((left, right) => right - left));
    expect(items.at(-1)?.salary).toBeNull();
    expect(items).toHaveLength(SIZE);
  });

  it('relevance puts matches in the title first', async () => {
    const { items } = await collect(search, { per_page: 100, text: 'python', no_magic: true });
    const inTitle = items.map(({ name }) => /python/i.test(name));
    expect(inTitle).toEqual(inTitle.toSorted((left, right) => Number(right) - Number(left)));
    expect(new Set(inTitle).size).toBe(2);
  });

  it('distance shows it and puts vacancies without address last', async () => {
    const { items } = await collect(search, {
      per_page: 100,
      order_by: 'distance',
      sort_point_lat: 55.75,
      sort_point_lng: 37.61,
    });
    const near = items.map(({ sort_point_distance }) => sort_point_distance ?? Number.POSITIVE_INFINITY);
    expect(near).toEqual(near.toSorted((left, right) => left - right));
    expect(near[0]).toBeLessThan(10_000);
  });
});
