import { aSnapshot, anEmployer, someDetails } from '@job-scope/vacancies-testing';
import { collectingFrom, NEVER, hasher } from './collecting.fixture';
import { toVacancyToStore } from './vacancy-to-store';

const DAY = new Date('2026-01-01T00:00:00Z');
const rates = new Map([['USD', { unitsPerRub: 0.01, date: DAY }]]);
const toStore = (changes: Parameters<typeof aSnapshot>[0]) => toVacancyToStore(aSnapshot(changes), hasher, rates);
const salary = { fromMinor: 100_000, toMinor: null, currency: 'USD', gross: true, period: 'month' } as const;

describe('a vacancy on its way to the store', () => {
  it('has one digest for its content, and one for its details if it has any', () => {
    const silent = toStore({ sourceId: '1' });
    const telling = toStore({ sourceId: '1', details: someDetails('Текст') });
    const other = toStore({ sourceId: '1', details: someDetails('Иной') });
    expect(silent.detailsHash).toBeNull();
    expect(telling.contentHash).toBe(silent.contentHash);
    expect(new Set([null, telling.detailsHash, other.detailsHash]).size).toBe(3);
    expect(toStore({ sourceId: '1', title: 'Other' }).contentHash).not.toBe(silent.contentHash);
  });

  it('has the salary by the month, by the rates of the day', () => {
    const bounds = { fromMinor: 10_000_000, toMinor: null, currency: 'RUB', estimated: false, ratesOf: DAY };
    expect(toStore({ sourceId: '1', salary }).monthlySalary).toEqual(bounds);
    expect(toStore({ sourceId: '1', salary: null }).monthlySalary).toBeNull();
  });

  it('has the key of its duplicates, unless none can be told', () => {
    const [one, other] = [toStore({ sourceId: '1', title: 'Повар' }), toStore({ sourceId: '2', title: 'ПОВАР!' })];
    expect(one.duplicateKey).toBe(other.duplicateKey);
    expect(one.duplicateKey).not.toBeNull();
    expect(toStore({ sourceId: '1', employer: anEmployer(null, 'Компания') }).duplicateKey).toBeNull();
  });

  it('is what a window stores', async () => {
    const collection = collectingFrom(0);
    collection.world.vacancies = [
      aSnapshot({ sourceId: '1', salary }),
      aSnapshot({ sourceId: '2', title: 'Vacancy 1' }),
    ];
    const { windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: true }, NEVER);
    const [one, two] = [...collection.database.read().vacancies.values()];
    expect(one).toMatchObject({ monthlySalary: { fromMinor: 10_000_000, currency: 'RUB' }, details: null });
    expect(one?.duplicateKey).toBe(two?.duplicateKey);
  });
});
