import { err, ok, type PagePosition, type Result } from '@job-scope/kernel';
import type { SearchFailure, VacancyHits, VacancySearch } from '@job-scope/vacancies-ports';
import { FixedRates, hitOf, NO_HITS, NOTHING_TOLD, vacancyToFind } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import type { SearchVacanciesInput } from './search-vacancies.input';
import { SearchVacancies } from './search-vacancies.query';

const none = () => Promise.resolve(ok(NOTHING_TOLD));
type Answer = Result<VacancyHits, SearchFailure>;

const NOW = new Date('2026-02-01T12:00:00Z');
const DAYS = [
  { currency: 'RUB', unitsPerRub: 1, date: new Date('2026-01-01') },
  { currency: 'USD', unitsPerRub: 0.01, date: new Date('2026-01-01') },
  { currency: 'USD', unitsPerRub: 0.0125, date: new Date('2026-02-01') },
  { currency: 'USD', unitsPerRub: 1, date: new Date('2026-02-02') },
];

/** As short as a real one, and as different. */
const hasher = { hash: (text: string) => createHash('sha256').update(text).digest('hex') };

/** What the engine is asked, when it answers so. */
const run = async (
  input: Partial<SearchVacanciesInput>,
  answer: (request: VacancySearch) => Answer = () => ok(NO_HITS),
) => {
  const asked: VacancySearch[] = [];
  const search = async (request: VacancySearch) => {
    asked.push(request);
    return answer(request);
  };
  const reader = { search, suggest: none, similar: none };
  const useCase = new SearchVacancies(reader, new FixedRates(DAYS), hasher, { now: () => NOW });
  return { result: await useCase.execute({ limit: 20, ...input }), asked };
};

const oneHit = (changes: Partial<VacancyHits> = {}): VacancyHits => ({
  ...{ ...NO_HITS, items: [hitOf(vacancyToFind())], total: { value: 1, exact: true } },
  ...changes,
});

describe('SearchVacancies', () => {
  it('asks nothing of the engine when a parameter is at fault', async () => {
    const { result, asked } = await run({ source: ['linkedin'] });
    expect(result).toMatchObject({ ok: false, error: { code: 'search.invalid', fields: [{ pointer: '/source' }] } });
    expect(asked).toEqual([]);
  });

  it('compares bounds of a salary by the rates of the day', async () => {
    const { asked } = await run({ salaryFrom: 1000, salaryCurrency: 'USD' });
    expect(asked[0]?.salary).toEqual({ fromMinor: 8_000_000, toMinor: null });
  });

  it('hands on facets, the total, and whether another engine answered', async () => {
    const facets = { area: [{ id: '1', name: 'Москва', count: 3 }] };
    const next = { list: 'l', after: [1] };
    const { result } = await run({}, () =>
      ok(oneHit({ facets, next, degraded: true, total: { value: 9, exact: false } })),
    );
    const total = { value: 9, exact: false };
    expect(result).toMatchObject({ ok: true, value: { facets, total, degraded: true, correctedText: null } });
  });

  it('hands on skills, place, distance and highlights of each hit', async () => {
    const more = {
      keySkills: ['SQL'],
      point: { lat: 1, lng: 2 },
      distanceMetres: 3,
      highlights: { title: '<mark>a</mark>' },
    };
    const { result } = await run({}, () => ok(oneHit({ items: [{ ...hitOf(vacancyToFind()), ...more }] })));
    expect(result).toMatchObject({ value: { items: [more] } });
  });

  it('hands the failures of the engine on', async () => {
    const { result } = await run({}, () => err({ code: 'search.unavailable' }));
    expect(result).toEqual(err({ code: 'search.unavailable' }));
  });

  it.each([
    ['RUB', 12_345, 123.45],
    ['RUB', 0, 0],
    ['JPY', 500_000, 500_000],
    ['KWD', 1_234_567, 1234.567],
  ])('shows a salary in %s, stored as %d, as %d', async (currency, fromMinor, from) => {
    const salary = { fromMinor, toMinor: null, currency, gross: true, period: 'month' } as const;
    const { result } = await run({}, () => ok(oneHit({ items: [hitOf(vacancyToFind({ salary }))] })));
    const item = result.ok ? result.value.items[0] : undefined;
    expect(item?.salary).toEqual({ from, to: null, currency, gross: true, period: 'month' });
  });

  it('shows every amount of up to 15 digits exactly', async () => {
    const amounts = fc.integer({ min: 0, max: 999_999_999_999_999 });
    await fc.assert(
      fc.asyncProperty(amounts, async (toMinor) => {
        const salary = { fromMinor: null, toMinor, currency: 'RUB', gross: null, period: 'month' } as const;
        const { result } = await run({}, () => ok(oneHit({ items: [hitOf(vacancyToFind({ salary }))] })));
        const shown = JSON.stringify(result.ok && result.value.items[0]?.salary?.to);
        const [whole = '', hundredths = ''] = shown.split('.');
        expect(Number(whole + hundredths.padEnd(2, '0'))).toBe(toMinor);
      }),
    );
  });
});

/** Where the second page of what answers the question begins. */
const secondPage = async (input: Partial<SearchVacanciesInput>): Promise<PagePosition> => {
  const { result } = await run(input, () => ok(oneHit({ next: { list: 'l', after: [1] } })));
  if (!result.ok || !result.value.next) throw new Error('there is no second page');
  return result.value.next;
};

describe('a position', () => {
  const ASKED = { text: 'повар', areaId: ['1', '2'], lat: 1, lng: 2, radiusKm: 3 };

  it.each<[string, Partial<SearchVacanciesInput>]>([
    ['as it was', ASKED],
    ['in another order', { radiusKm: 3, lng: 2, lat: 1, areaId: ['1', '2'], text: 'повар' }],
    ['with another size of the page, and facets', { ...ASKED, limit: 7, facets: ['area'], highlight: true }],
  ])('is good for the same question, %s', async (_, input) => {
    const { asked } = await run({ ...input, from: await secondPage(ASKED) });
    expect(asked[0]?.from).toEqual({ list: 'l', after: [1] });
  });

  it.each<[string, Partial<SearchVacanciesInput>]>([
    ['another text', { ...ASKED, text: 'врач' }],
    ['no text', { ...ASKED, text: undefined, sort: 'published' }],
    ['another filter', { ...ASKED, areaId: ['1'] }],
    ['one filter more', { ...ASKED, hasTest: false }],
    ['another state', { ...ASKED, state: ['gone'] }],
    ['another time', { ...ASKED, publishedFrom: new Date(1) }],
    ['another point', { ...ASKED, lat: 1.1 }],
  ])('has expired for %s, and no engine is asked', async (_, input) => {
    const { result, asked } = await run({ ...input, from: await secondPage(ASKED) });
    expect([result, asked]).toEqual([err({ code: 'search.cursor-expired' }), []]);
  });

  it('has expired without its question', async () => {
    const { list, after } = await secondPage(ASKED);
    for (const each of ['l', 'l#', `${list}x`, list.toUpperCase(), '']) {
      const { result } = await run({ ...ASKED, from: { list: each, after } });
      expect(result).toEqual(err({ code: 'search.cursor-expired' }));
    }
  });
});

describe('a text in the wrong keyboard layout', () => {
  const finding = (text: string) => (request: VacancySearch) => ok(request.text === text ? oneHit() : NO_HITS);

  it('is searched for as it was meant, on every page, and the answer says so', async () => {
    const from = await secondPage({ text: 'ghbdtn' });
    const { result, asked } = await run({ text: 'ghbdtn', from, facets: ['area'] }, finding('привет'));
    expect(result).toMatchObject({ ok: true, value: { correctedText: 'привет', total: { value: 1 } } });
    expect(asked).toEqual([
      { ...asked[0], from: { list: 'l', after: [1] } },
      { ...asked[0], text: 'привет' },
    ]);
  });

  it('is left as it is when it is found as it is, or when neither is', async () => {
    const { result, asked } = await run({ text: 'html' }, finding('html'));
    expect([asked.length, result.ok && result.value.correctedText]).toEqual([1, null]);
    const lost = await run({ text: 'ghbdtn' });
    expect([lost.asked.length, lost.result.ok && lost.result.value.correctedText]).toEqual([2, null]);
  });

  it('is not guessed at without letters, or without a text', async () => {
    expect((await run({ text: '42' })).asked).toHaveLength(1);
    expect((await run({})).asked).toHaveLength(1);
  });

  it('still has the answer to the question when the guess has none', async () => {
    const { result } = await run({ text: 'ghbdtn' }, ({ text }) =>
      text === 'ghbdtn' ? ok(NO_HITS) : err({ code: 'search.unavailable' }),
    );
    expect(result).toMatchObject({ ok: true, value: { items: [], correctedText: null } });
  });
});
