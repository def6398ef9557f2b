import { err, ok } from '@job-scope/kernel';
import { EVERYTHING, NO_HITS, vacancyToFind } from '@job-scope/vacancies-testing';
import { FallbackVacancySearchReader } from './fallback-vacancy-search-reader';
import { ScriptedReader } from './search-engines.fixture';

const UNAVAILABLE = err({ code: 'search.unavailable' } as const);
const EXPIRED = err({ code: 'search.cursor-expired' } as const);
const HOUR_MS = 3_600_000;

const setUp = (breakMs = HOUR_MS) => {
  const main = new ScriptedReader();
  const fallback = new ScriptedReader();
  return { main, fallback, reader: new FallbackVacancySearchReader(main, fallback, breakMs) };
};

describe('V-12: a search with another engine to fall back on', () => {
  it('is answered by the first engine, and the other is left alone', async () => {
    const { main, fallback, reader } = setUp();
    expect(await reader.search(EVERYTHING)).toEqual(ok(NO_HITS));
    expect([main.asked, fallback.asked]).toEqual([1, 0]);
  });

  it('is answered by the other while the first is away, and marked', async () => {
    const { main, reader } = setUp();
    main.answer = UNAVAILABLE;
    expect(await reader.search(EVERYTHING)).toEqual(ok({ ...NO_HITS, degraded: true }));
    expect(await reader.suggest('ja', 5)).toEqual(ok({ items: [], degraded: true }));
    expect(await reader.similar(vacancyToFind(), 5)).toEqual(ok({ items: [], degraded: true }));
  });

  it('does not ask an engine again and again that is away', async () => {
    const { main, fallback, reader } = setUp();
    main.answer = UNAVAILABLE;
    for (let count = 0; count < 10; count += 1) await reader.search(EVERYTHING);
    expect([main.asked, fallback.asked]).toEqual([3, 10]);
  });

  it('finds the engine that has come back', async () => {
    const { main, reader } = setUp(0);
    main.answer = UNAVAILABLE;
    for (let count = 0; count < 5; count += 1) await reader.search(EVERYTHING);
    main.answer = ok(NO_HITS);
    // The break is of no length, but ends by the clock.
    const end = async (): Promise<boolean> => {
      const answer = await reader.search(EVERYTHING);
      return answer.ok && !answer.value.degraded;
    };
    while (!(await end()));
    expect(await end()).toBe(true);
  });

  it('goes on with a list in the engine in which it began, or not at all', async () => {
    const { main, fallback, reader } = setUp();
    main.answer = EXPIRED;
    expect(await reader.search(EVERYTHING)).toEqual(ok({ ...NO_HITS, degraded: true }));
    fallback.answer = EXPIRED;
    expect(await reader.search(EVERYTHING)).toEqual(EXPIRED);
    main.answer = UNAVAILABLE;
    expect(await reader.search(EVERYTHING)).toEqual(EXPIRED);
  });

  it('hides no defect of the first engine', async () => {
    const { main, reader } = setUp();
    main.search = () => Promise.reject(new Error('parsing_exception'));
    await expect(reader.search(EVERYTHING)).rejects.toThrow('parsing_exception');
  });

  it('is unavailable at once when there is no other', async () => {
    const main = new ScriptedReader();
    main.answer = UNAVAILABLE;
    const reader = new FallbackVacancySearchReader(main, undefined, HOUR_MS);
    for (let count = 0; count < 10; count += 1) expect(await reader.search(EVERYTHING)).toEqual(UNAVAILABLE);
    expect(main.asked).toBe(3);
  });
});
