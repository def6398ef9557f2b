import type { RunningSimulator } from '@job-scope/simulator-shared';
import { startTrudvsemSimulator } from '../index';
import { clientOf, idsOf, LIST, type Query } from '../portal.fixture';

const SIZE = 430;
let simulator: RunningSimulator;
let client: ReturnType<typeof clientOf>;
beforeAll(async () => {
  simulator = await startTrudvsemSimulator({ size: SIZE, pageLimit: 100 });
  client = clientOf(simulator);
});
afterAll(() => simulator.stop());

describe('pages', () => {
  it('are counted from 0 by `offset`, which does not count vacancies', async () => {
    const [first, second, both] = await Promise.all([
      client.vacancies(LIST, { limit: 20, offset: 0 }),
      client.vacancies(LIST, { limit: 20, offset: 1 }),
      client.vacancies(LIST, { limit: 40 }),
    ]);
    expect(idsOf([...first, ...second])).toEqual(idsOf(both));
  });

  it('hold a hundred at most, whatever is asked for, and say so', async () => {
    for (const query of [{}, { limit: 100 }, { limit: 5000 }] as Query[]) {
      const { meta, results } = await client.envelope(LIST, query);
      expect([meta, results.vacancies?.length]).toEqual([{ total: SIZE, limit: 100 }, 100]);
    }
  });

  it('together show every vacancy once, the last modified first; the last page is short', async () => {
    const all = await client.collect();
    expect(new Set(idsOf(all)).size).toBe(SIZE);
    const dates = all.map(({ date_modify }) => date_modify);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(await client.vacancies(LIST, { offset: 4 })).toHaveLength(30);
  });

  it('beyond the last are empty: `results` is an object without a list', async () => {
    expect(await client.envelope(LIST, { offset: 5 })).toEqual({
      status: '200',
      meta: { total: SIZE, limit: 100 },
      results: {},
    });
  });

  it.each([100, 101, 5000])('of index %i are answered with 500 and a page that is not JSON', async (offset) => {
    for (const limit of [1, 100]) {
      const answer = await client.fetchPage(LIST, { offset, limit });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8']);
    }
    expect((await client.fetchPage(LIST, { offset: 99 })).status).toBe(200);
  });

  it.each([
    [{ limit: 0 }, 'limit: 0'],
    [{ limit: 'ten' }, 'limit: ten'],
    [{ offset: -1 }, 'offset: -1'],
    [{ modifiedFrom: '2026-11-01' }, 'modifiedFrom: 2026-11-01'],
    [{ modifiedTo: '2026-11-01T00:00:00+03:00' }, 'modifiedTo'],
    [{ modifiedFrom: '2026-13-01T00:00:00Z' }, 'modifiedFrom'],
  ])('are refused for %j, in the same envelope', async (query, message) => {
    const answer = await client.fetchPage(LIST, query);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      status: '400',
      meta: { error: expect.stringContaining(message) },
      results: {},
    });
  });

  it('do not mind parameters that nobody knows', async () => {
    expect((await client.envelope(LIST, { per_page: 3 })).meta.total).toBe(SIZE);
  });

  it('elsewhere do not exist', async () => {
    const answer = await client.fetchPage('/api/v2/vacancies');
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { status: '404', meta: { error: 'Not Found' }, results: {} },
    ]);
  });
});
