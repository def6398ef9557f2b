import { COMPANY_COUNT, parseMoscow } from '@job-scope/simulator-shared';
import fc from 'fast-check';
import { roleReference } from '../../directories/professional-roles';
import type { Item, Pay } from '../../testing/wire';
import { NONE } from '../columns';
import { VacancyBoard } from '../vacancy-board';
import type { View } from '../vacancy-source';
import { GeneratedSource } from './generated-source';

const NOW = parseMoscow('2026-11-02T12:00:00+0300') as number;
const VIEW: View = { locale: 'RU', host: 'hh.ru' };
const face = (id: string) => ({ id, publishedAt: NOW, archived: false });
const sample = (count: number): Item[] => {
  const source = new GeneratedSource(count, 1, NOW);
  return Array.from({ length: count }, (_, row) => source.item(row, face(source.idOf(row)), VIEW) as unknown as Item);
};

describe('invented vacancies', () => {
  it('depend on seed and row only', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(999_999), fc.nat(1_000_000), (seed, row, size) => {
        const [one, other] = [new GeneratedSource(size, seed, NOW), new GeneratedSource(1_000_000, seed, NOW)];
        expect(one.facts(row)).toEqual(other.facts(row));
        expect(one.detail(row, face('1'), VIEW)).toEqual(other.detail(row, face('1'), VIEW));
      }),
      { numRuns: 30 },
    );
  });

  it('differ from seed to seed', () => {
    const [one, other] = [1, 2].map((seed) => new GeneratedSource(100, seed, NOW).item(0, face('1'), VIEW));
    expect(one).not.toEqual(other);
  });

  it('have growing ids with gaps, which lead back to them', () => {
    const source = new GeneratedSource(10, 7, NOW);
    fc.assert(
      fc.property(fc.nat(1_500_000), (row) => {
        expect(Number(source.idOf(row + 1))).toBeGreaterThan(Number(source.idOf(row)));
        expect(source.idOf(row)).toMatch(/^\d{8,9}$/);
        expect(source.rowOf(source.idOf(row))).toBe(row);
      }),
    );
    const ids = Array.from({ length: 3000 }, (_, row) => source.idOf(row));
    expect(new Set(ids.map((id) => id.length))).toEqual(new Set([8, 9]));
    expect(ids.some((id, row) => row > 0 && Number(id) - Number(ids[row - 1]) > 1)).toBe(true);
    expect(source.rowOf('abc')).toBeUndefined();
  });

  it('are published in the 30 days before now', () => {
    const source = new GeneratedSource(5000, 3, NOW);
    for (let row = 0; row < 5000; row += 1) {
      const { publishedAt } = source.facts(row);
      expect(publishedAt).toBeLessThanOrEqual(NOW);
      expect(publishedAt).toBeGreaterThan(NOW - 30 * 86_400);
    }
  });

  it('show what they are filtered by', () => {
    const source = new GeneratedSource(2000, 5, NOW);
    for (let row = 0; row < 2000; row += 1) {
      const facts = source.facts(row);
      const item = source.item(row, face(source.idOf(row)), VIEW) as unknown as Item;
      expect(item.area.id).toBe(source.areas.id(facts.area));
      const roles = [facts.role, facts.secondRole].filter((role) => role !== NONE);
      expect(roles.map((role) => roleReference(role, 'RU'))).toEqual(item.professional_roles);
      expect(facts.salaryHigh === 0).toBe(item.salary === null);
      expect(item.address).toEqual(source.address(row));
      expect(source.text(row).name).toEqual([item.name]);
    }
  });

  it('come from employers with a name and an id of their own', () => {
    const { employers } = new GeneratedSource(0, 1, NOW);
    const all = Array.from({ length: employers.size }, (_, position) => employers.at(position));
    expect(all).toHaveLength(COMPANY_COUNT);
    expect(new Set(all.map(({ id }) => id)).size).toBe(COMPANY_COUNT);
    expect(new Set(all.map(({ name }) => name)).size).toBe(COMPANY_COUNT);
  });
});

/** The frequencies measured on real items, in per cent, and how far the generator may be from them. */
describe('the frequencies of invented vacancies', () => {
  const items = sample(20_000);
  const pays = items.map(({ salary }) => salary).filter((salary) => salary !== null);
  const share = <T>(list: T[], test: (each: T) => boolean) => (list.filter(test).length / list.length) * 100;
  const currency = (code: string) => (pay: Pay) => pay.currency === code;

  it.each<[string, (pay: Pay) => boolean, number, number]>([
    ['in rubles', currency('RUR'), 86, 2],
    ['in tenge', currency('KZT'), 5, 1],
    ['in Belarusian rubles', currency('BYR'), 2, 1],
    ['in som', currency('UZS'), 2, 1],
    ['in dollars', currency('USD'), 2, 1],
    ['in euros', currency('EUR'), 2, 1],
    ['one bound only', ({ from, to }) => from === null || to === null, 53, 2],
    ['net', ({ gross }) => gross === false, 60, 2],
    ['gross', ({ gross }) => gross === true, 38, 2],
    ['neither', ({ gross }) => gross === null, 2, 0.5],
  ])('of pay: %s', (_, test, expected, tolerance) => {
    expect(Math.abs(share(pays, test) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it.each<[string, (item: Item) => boolean, number, number]>([
    ['without salary', ({ salary }) => salary === null, 54, 1.5],
    ['without address', ({ address }) => address === null, 51, 2],
    ['with metro', ({ address }) => address?.metro !== null && address !== null, 28, 2],
    ['with several stations', ({ address }) => (address?.metro_stations.length ?? 0) > 1, 13, 1.5],
    ['without department', ({ department }) => department === null, 89, 1],
    ['without responsibility', ({ snippet }) => snippet.responsibility === null, 5, 1],
    ['without logo', ({ employer }) => employer.id !== undefined && employer.logo_urls === null, 8, 2],
    ['with test', ({ has_test }) => has_test, 5, 1],
    ['letter required', ({ response_letter_required }) => response_letter_required, 3, 1],
    ['premium', ({ premium }) => premium, 1, 0.5],
    ['remote', ({ schedule }) => schedule.id === 'remote', 18, 2],
    ['anonymous', ({ employer }) => employer.id === undefined, 1, 0.5],
  ])('%s', (_, test, expected, tolerance) => {
    expect(Math.abs(share(items, test) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it('keep names readable', () => {
    expect(Math.max(...items.map(({ name }) => name.length))).toBeLessThanOrEqual(92);
    expect(items.filter(({ name }) => name.includes('{') || name.includes('undefined'))).toEqual([]);
  });

  it('keep pay plausible', () => {
    const monthly = items.filter(
      ({ salary, salary_range }) => salary?.currency === 'RUR' && salary_range?.mode.id === 'MONTH',
    );
    const amounts = monthly.map(({ salary }) => salary?.from ?? salary?.to ?? 0);
    expect(Math.min(...amounts)).toBeGreaterThan(10_000);
    expect(Math.max(...amounts)).toBeLessThan(1_000_000);
    expect(pays.filter(({ from, to }) => from !== null && to !== null && from > to)).toEqual([]);
  });
});

describe('the memory of a million vacancies', () => {
  it('is an index of a few bytes each', () => {
    expect(VacancyBoard.bytesPerVacancy).toBeLessThanOrEqual(32);
  });

  it('holds nothing else that grows with their number', () => {
    const before = process.memoryUsage().arrayBuffers;
    const board = new VacancyBoard(new GeneratedSource(50_000, 1, NOW));
    expect(board.open).toBe(50_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000 * 64);
  });
});
