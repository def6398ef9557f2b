import type { RunningSimulator } from '@job-scope/simulator-shared';
import { startTrudvsemSimulator } from '../index';
import { clientOf, idsOf, LIST, type Vacancy } from '../portal.fixture';

let simulator: RunningSimulator;
let client: ReturnType<typeof clientOf>;
let all: readonly Vacancy[];
beforeAll(async () => {
  simulator = await startTrudvsemSimulator({ size: 1500, seed: 5 });
  client = clientOf(simulator);
  all = await client.collect();
});
afterAll(() => simulator.stop());

const iso = (date: string) => new Date(date.replace(/(\d\d)$/, ':$1')).toISOString().replace('.000Z', 'Z');

describe('a region', () => {
  it.each(['7700000000000', '77'])('is chosen by its code %s', async (code) => {
    const found = await client.collect(`${LIST}/region/${code}`);
    expect(found.length).toBeGreaterThan(20);
    expect(idsOf(found)).toEqual(idsOf(all.filter(({ region }) => region.region_code === '7700000000000')));
  });

  it('with no vacancies finds nothing, which is no error', async () => {
    expect(await client.envelope(`${LIST}/region/9900000000000`)).toEqual({
      status: '200',
      meta: { total: 0, limit: 100 },
      results: {},
    });
  });

  it('leaves no vacancy out: the regions together are all of them', async () => {
    const codes = [...new Set(all.map(({ region }) => region.region_code))];
    const found = await Promise.all(codes.map((code) => client.collect(`${LIST}/region/${code}`)));
    expect(idsOf(found.flat()).toSorted()).toEqual(idsOf(all).toSorted());
  });
});

describe('a company', () => {
  it('is chosen by its number, of a company or of a sole trader', async () => {
    for (const length of [13, 15]) {
      const ogrn = all.find(({ company }) => company?.ogrn.length === length)?.company?.ogrn ?? '';
      const found = await client.collect(`${LIST}/company/ogrn/${ogrn}`);
      expect(idsOf(found)).toEqual(idsOf(all.filter(({ company }) => company?.ogrn === ogrn)));
    }
  });

  it('that does not show itself is not found by its number either', async () => {
    const hidden = all.find(({ company }) => company === null) as Vacancy;
    const ogrn = /card\/(\d+)/.exec(hidden.vac_url)?.[1];
    expect(idsOf(await client.collect(`${LIST}/company/ogrn/${ogrn}`))).not.toContain(hidden.id);
  });

  it.each(['1', '1027700000001', 'abc'])('%s that is not there finds nothing', async (ogrn) => {
    expect((await client.envelope(`${LIST}/company/ogrn/${ogrn}`)).meta.total).toBe(0);
  });
});

describe('the window of changes', () => {
  it('is inclusive on both sides', async () => {
    const [from, to] = [all[900], all[300]].map((vacancy) => iso(vacancy?.date_modify ?? '')) as [string, string];
    const found = await client.collect(LIST, { modifiedFrom: from, modifiedTo: to });
    const expected = all.filter(({ date_modify }) => iso(date_modify) >= from && iso(date_modify) <= to);
    expect(idsOf(found)).toEqual(idsOf(expected));
    expect(expected.length).toBeGreaterThan(600);
  });

  it('may be open on either side', async () => {
    const instant = iso(all[700]?.date_modify ?? '');
    const [since, until] = await Promise.all([
      client.envelope(LIST, { modifiedFrom: instant }),
      client.envelope(LIST, { modifiedTo: instant }),
    ]);
    const atInstant = all.filter(({ date_modify }) => iso(date_modify) === instant).length;
    expect(since.meta.total + until.meta.total).toBe(all.length + atInstant);
  });

  it('can be one second and still hold many: a nightly import', async () => {
    const counts = new Map<string, number>();
    for (const { date_modify } of all) counts.set(date_modify, (counts.get(date_modify) ?? 0) + 1);
    const [hottest, count] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
    expect(count).toBeGreaterThan(10);
    const second = iso(hottest);
    expect((await client.envelope(LIST, { modifiedFrom: second, modifiedTo: second })).meta.total).toBe(count);
  });

  it('is combined with region and text', async () => {
    const query = { text: 'водитель', modifiedFrom: '2026-10-20T00:00:00Z' };
    const found = await client.collect(`${LIST}/region/50`, query);
    expect(found.length).toBeGreaterThan(0);
    for (const vacancy of found) {
      expect(vacancy.region.region_code).toBe('5000000000000');
      expect(iso(vacancy.date_modify) >= query.modifiedFrom).toBe(true);
      expect(JSON.stringify(vacancy).toLowerCase()).toContain('водител');
    }
  });
});

describe('a text', () => {
  it('is words that must all occur, as words begin', async () => {
    const one = await client.envelope(LIST, { text: 'водитель' });
    const both = await client.envelope(LIST, { text: 'Водитель  экспедитор' });
    expect(both.meta.total).toBeGreaterThan(0);
    expect(one.meta.total).toBeGreaterThan(both.meta.total);
    expect((await client.envelope(LIST, { text: 'одитель' })).meta.total).toBe(0);
    expect((await client.envelope(LIST, { text: ' ' })).meta.total).toBe(all.length);
  });
});
