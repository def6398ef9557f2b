import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areasOf } from '@job-scope/vacancies-domain';
import { OpenBudget } from '@job-scope/vacancies-testing';
import { HeadHunterReferenceData } from './headhunter-reference-data';
import { readAreas, readRates, readRoles } from './read-directories';
import { Simulator } from './simulator.fixture';
import { NEVER } from './stubbed-source.fixture';

// A real server on a busy machine takes longer than any one test should.
jest.setTimeout(60_000);

describe('HeadHunterReferenceData, on the simulator', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await Simulator.start(0);
  }, 120_000);
  afterAll(() => simulator.stop());
  beforeEach(() => simulator.reset());

  const dataWith = (budget: OpenBudget, baseUrl = simulator.url) => {
    const options = { baseUrl, userAgent: Simulator.userAgent, retries: 1, firstRetryDelayMs: 1 };
    return new HeadHunterReferenceData(options, budget, { now: () => new Date() });
  };

  it('tells the areas, with one request within the budget', async () => {
    const budget = new OpenBudget();
    const told = await dataWith(budget).areas(NEVER);
    if (!told.ok) throw new Error(told.error.detail);
    const moscow = areasOf('headhunter', told.value).find(({ id }) => id === '1');
    expect(moscow?.path.map(({ name }) => name)).toEqual(['Россия', 'Москва']);
    expect([budget.taken, await simulator.requests('/areas')]).toEqual([1, 1]);
  });

  it('tells what a rouble buys, the way round that our table has it', async () => {
    const told = await dataWith(new OpenBudget()).rates(NEVER);
    if (!told.ok) throw new Error(told.error.detail);
    expect(told.value.get('RUB')).toBe(1);
    // A dollar costs many roubles, and a rouble buys many sums: not the other way round.
    expect(told.value.get('USD')).toBeLessThan(0.1);
    expect(told.value.get('UZS')).toBeGreaterThan(10);
    expect([told.value.has('RUR'), told.value.has('BYN')]).toEqual([false, true]);
  });

  it('says why it could not', async () => {
    const nowhere = dataWith(new OpenBudget(), `${simulator.url}/nowhere`);
    expect(await nowhere.areas(NEVER)).toMatchObject({ error: { code: 'source.unavailable' } });
  });
});

describe('directories that are not as documented', () => {
  it.each([undefined, null, 'x', 7, [], {}, { currency: {} }, { categories: [{}] }])('are none: %p', (body) => {
    expect([readAreas(body), readRates(body), readRoles(body)]).toEqual([undefined, undefined, undefined]);
  });

  it('lose what is strange in them, and no more', () => {
    const strange = [null, 7, { name: 'x' }, { id: '2' }, { id: 3, name: 'y', areas: 'z' }];
    expect(readAreas([{ id: '1', name: 'a', areas: strange }, ...strange])).toEqual([
      { id: '1', parentId: null, name: 'a' },
      { id: '3', parentId: '1', name: 'y' },
      { id: '3', parentId: null, name: 'y' },
    ]);
    expect(readRates({ currency: [null, { code: 'USD' }, { code: 'RUR', rate: 1 }] })).toEqual(new Map([['RUB', 1]]));
  });
});

it('reads the rates of the API document as the first ones in our table are', () => {
  const path = join(__dirname, '../migrations/1764000011000-create-currency-rates.ts');
  const seeded = [...readFileSync(path, 'utf8').matchAll(/\('([A-Z]{3})', '2025-07-01', ([\d.]+)\)/g)];
  const example = [
    ['AZN', 0.027728],
    ['BYR', 0.042685],
    ['EUR', 0.015982],
    ['GEL', 0.0344],
    ['KGS', 1.356611],
    ['KZT', 7.809145],
    ['RUR', 1],
    ['UAH', 0.596833],
    ['USD', 0.016311],
    ['UZS', 177.9],
  ].map(([code, rate]) => ({ code, rate }));
  const seeds = seeded.map(([, currency = '', rate]) => [currency, Number(rate)] as const);
  expect(readRates({ currency: example })).toEqual(new Map(seeds));
});
