import { err, ok, type Result } from '@job-scope/kernel';
import type { SearchFailure, VacancyHits, VacancySearch } from '@job-scope/vacancies-ports';
import { hitOf, NO_HITS, vacancyToFind } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { SearchVacancies, type SearchVacanciesInput } from './search-vacancies.query';

const none = () => Promise.resolve(ok([]));

/** What the engine is asked, when it answers so. */
const run = async (input: Partial<SearchVacanciesInput>, answer: Result<VacancyHits, SearchFailure> = ok(NO_HITS)) => {
  const asked: VacancySearch[] = [];
  const search = async (request: VacancySearch) => {
    asked.push(request);
    return answer;
  };
  return {
    result: await new SearchVacancies({ search, suggest: none, similar: none }).execute({ limit: 20, ...input }),
    asked: asked[0],
  };
};

const faultsOf = async (input: Partial<SearchVacanciesInput>) => {
  const { result, asked } = await run(input);
  if (result.ok || result.error.code !== 'search.invalid') throw new Error('the search was let through');
  expect(asked).toBeUndefined();
  return result.error.fields.map(({ pointer }) => pointer);
};

describe('SearchVacancies', () => {
  it('sorts by relevance when there is a text, and by publication when there is none', async () => {
    expect((await run({ text: 'повар' })).asked?.sort).toBe('relevance');
    expect((await run({})).asked?.sort).toBe('published');
    expect((await run({ text: 'повар', sort: 'published' })).asked?.sort).toBe('published');
  });

  it.each(['', '   ', '\t\n', '\0'])('takes a text without a character, %j, for no text', async (text) => {
    expect((await run({ text })).asked).toMatchObject({ text: undefined, sort: 'published' });
  });

  it('takes control characters out of the text: no engine stores or expects them', async () => {
    expect((await run({ text: ' повар\0\u0007кондитер\n' })).asked?.text).toBe('повар кондитер');
  });

  it('refuses relevance without a text', async () => expect(await faultsOf({ sort: 'relevance' })).toEqual(['/sort']));

  it('refuses a source that nobody knows', async () =>
    expect(await faultsOf({ source: 'linkedin' })).toEqual(['/source']));

  it('refuses bounds of publication in the wrong order, and names all faults at once', async () => {
    const [publishedFrom, publishedTo] = [new Date('2026-02-01'), new Date('2026-01-01')];
    expect(await faultsOf({ publishedFrom, publishedTo })).toEqual(['/publishedTo']);
    expect(await faultsOf({ publishedFrom, publishedTo, source: 'x' })).toEqual(['/source', '/publishedTo']);
  });

  it('hands every filter on as it is', async () => {
    const filters = {
      ...{
        onlyWithSalary: true,
        includeArchived: true,
        limit: 7,
        from: { list: 'l', after: [1] },
        publishedFrom: new Date(0),
      },
    };
    const ids = { source: 'headhunter', areaId: '1', employerId: '2', experienceId: '3' };
    const byId = (id: string) => ({ ids: [id], names: [] });
    expect((await run({ ...filters, ...ids })).asked).toMatchObject({
      ...filters,
      ...{ source: ['headhunter'], area: byId('1'), employer: byId('2'), experience: byId('3') },
    });
  });

  it('hands the failures of the engine on', async () => {
    const { result } = await run({}, err({ code: 'search.unavailable' }));
    expect(result).toEqual(err({ code: 'search.unavailable' }));
  });

  it.each([
    ['RUB', 12_345, 123.45],
    ['RUB', 0, 0],
    ['JPY', 500_000, 500_000],
    ['KWD', 1_234_567, 1234.567],
  ])('shows a salary in %s, stored as %d, as %d', async (currency, fromMinor, from) => {
    const salary = { fromMinor, toMinor: null, currency, gross: true, period: 'month' } as const;
    const { result } = await run({}, ok({ ...NO_HITS, items: [hitOf(vacancyToFind({ salary }))] }));
    const item = result.ok ? result.value.items[0] : undefined;
    expect(item?.salary).toEqual({ from, to: null, currency, gross: true, period: 'month' });
  });

  it('shows every amount of up to 15 digits exactly', async () => {
    const amounts = fc.integer({ min: 0, max: 999_999_999_999_999 });
    await fc.assert(
      fc.asyncProperty(amounts, async (toMinor) => {
        const salary = { fromMinor: null, toMinor, currency: 'RUB', gross: null, period: 'month' } as const;
        const { result } = await run({}, ok({ ...NO_HITS, items: [hitOf(vacancyToFind({ salary }))] }));
        const shown = JSON.stringify(result.ok && result.value.items[0]?.salary?.to);
        const [whole = '', hundredths = ''] = shown.split('.');
        expect(Number(whole + hundredths.padEnd(2, '0'))).toBe(toMinor);
      }),
    );
  });
});
