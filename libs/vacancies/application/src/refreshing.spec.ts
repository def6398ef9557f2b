import { err, ok } from '@job-scope/kernel';
import type { AreaNode } from '@job-scope/vacancies-domain';
import type { AreaSource, RateSource } from '@job-scope/vacancies-ports';
import { at, InMemoryAreas, InMemoryCurrencyRateBook, InMemoryRefreshClaims } from '@job-scope/vacancies-testing';
import { NEVER } from './collecting.fixture';
import { ReadRatesAge } from './read-rates-age.query';
import { RefreshAreas } from './refresh-areas.use-case';
import { RefreshCurrencyRates } from './refresh-currency-rates.use-case';

const MINUTE = 60_000;
const DAY = 86_400_000;
const DOWN = err({ code: 'source.unavailable', detail: 'no answer' } as const);
const MOSCOW: readonly AreaNode[] = [
  { id: '113', parentId: null, name: 'Россия' },
  { id: '1', parentId: '113', name: 'Москва' },
];

/** Two workers that share a database and a day. */
const workers = () => {
  const time = { ms: at(0).getTime() };
  const world = { isDown: false, rates: new Map([['RUB', 1]]), asked: 0 };
  const answer = <T>(value: T) => {
    world.asked += 1;
    return world.isDown ? DOWN : ok(value);
  };
  const areaSource: AreaSource = { name: 'headhunter', areas: async () => answer(MOSCOW) };
  const rateSource: RateSource = { name: 'headhunter', rates: async () => answer(world.rates) };
  const claims = new InMemoryRefreshClaims(() => time.ms);
  const clock = { now: () => new Date(time.ms) };
  const areas = new InMemoryAreas();
  const book = new InMemoryCurrencyRateBook([{ currency: 'USD', unitsPerRub: 0.0163, date: new Date('2025-07-01') }]);
  return {
    ...{ time, world, areas, book },
    refreshAreas: [1, 2].map(() => new RefreshAreas([areaSource], areas, claims)),
    refreshRates: [1, 2].map(() => new RefreshCurrencyRates(rateSource, book, book, claims, clock)),
    ratesAge: new ReadRatesAge(book, clock),
  };
};

const all = <T>(useCases: readonly { execute(signal: AbortSignal): Promise<T> }[]) =>
  Promise.all(useCases.map((useCase) => useCase.execute(NEVER)));

describe('RefreshAreas', () => {
  it('fills an empty directory at once, by one of all workers, and renews it a day later', async () => {
    const { time, world, areas, refreshAreas } = workers();
    const first = { source: 'headhunter', written: 2, removed: 0, failure: null };
    expect((await all(refreshAreas)).flat()).toEqual([first]);
    expect(await areas.byKeys([{ source: 'headhunter', id: '1' }])).toMatchObject([
      { path: MOSCOW.map(({ id }) => ({ id })) },
    ]);
    time.ms += DAY - 1;
    expect((await all(refreshAreas)).flat()).toEqual([]);
    time.ms += 1;
    expect((await all(refreshAreas)).flat()).toEqual([{ ...first, written: 0 }]);
    expect(world.asked).toBe(2);
  });

  it('keeps what it has when the source cannot tell, says so, and tries again ten minutes later', async () => {
    const { time, world, areas, refreshAreas } = workers();
    await all(refreshAreas);
    time.ms += DAY;
    world.isDown = true;
    expect((await all(refreshAreas)).flat()).toMatchObject([{ failure: 'no answer' }]);
    time.ms += 9 * MINUTE;
    expect((await all(refreshAreas)).flat()).toEqual([]);
    time.ms += MINUTE;
    world.isDown = false;
    expect((await all(refreshAreas)).flat()).toMatchObject([{ failure: null }]);
    expect(await areas.byKeys([{ source: 'headhunter', id: '1' }])).toHaveLength(1);
  });
});

describe('RefreshCurrencyRates', () => {
  it('notes the rates of a day once, refuses nonsense, and keeps the first rates as the floor', async () => {
    const { time, world, book, refreshRates } = workers();
    world.rates = new Map([
      ['RUB', 1],
      ['USD', 16.3],
      ['EUR', 0.0159],
    ]);
    const [report] = (await all(refreshRates)).filter((each) => each !== undefined);
    expect(report).toMatchObject({
      noted: 2,
      failure: null,
      refused: [expect.stringMatching(/^USD 16\.3: .*0\.0163/)],
    });
    const table = await book.at(new Date(time.ms));
    expect([table.get('USD')?.unitsPerRub, table.get('EUR')?.unitsPerRub]).toEqual([0.0163, 0.0159]);
    time.ms += DAY;
    world.rates = new Map([...world.rates, ['USD', 0.012]]);
    expect((await all(refreshRates)).find(Boolean)).toMatchObject({ noted: 3, refused: [] });
    expect((await book.at(new Date(time.ms))).get('USD')?.unitsPerRub).toBe(0.012);
    expect((await book.at(new Date(time.ms - DAY))).get('USD')?.unitsPerRub).toBe(0.0163);
  });

  it('says why it could not, and tries again ten minutes later', async () => {
    const { time, world, refreshRates } = workers();
    world.isDown = true;
    expect((await all(refreshRates)).find(Boolean)).toEqual({ noted: 0, refused: [], failure: 'no answer' });
    expect((await all(refreshRates)).find(Boolean)).toBeUndefined();
    time.ms += 10 * MINUTE;
    world.isDown = false;
    expect((await all(refreshRates)).find(Boolean)).toMatchObject({ noted: 1, failure: null });
  });
});

it('ReadRatesAge tells how old each rate is, but for that of the rouble', async () => {
  const { world, refreshRates, ratesAge } = workers();
  world.rates = new Map([
    ['RUB', 1],
    ['EUR', 0.0159],
  ]);
  await all(refreshRates);
  const [noon, days] = [43_200, Date.UTC(2026, 2, 1) - Date.UTC(2025, 6, 1)];
  expect(await ratesAge.execute()).toEqual(
    new Map([
      ['USD', days / 1_000 + noon],
      ['EUR', noon],
    ]),
  );
});
