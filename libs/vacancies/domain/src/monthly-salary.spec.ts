import fc from 'fast-check';
import { HOURS_PER_MONTH, monthlySalaryOf, NET_SHARE, SHIFTS_PER_MONTH, type RateTable } from './monthly-salary';
import type { Salary } from './salary';

const DAY = new Date('2026-01-31T00:00:00Z');
const rates: RateTable = new Map(
  Object.entries({ RUB: 1, USD: 0.0125, KZT: 6.25, JPY: 2, KWD: 0.004 }).map(([currency, unitsPerRub]) => [
    currency,
    { unitsPerRub, date: DAY },
  ]),
);

const offer = (changes: Partial<Salary>): Salary => ({
  ...{ fromMinor: 10_000_000, toMinor: 20_000_000, currency: 'RUB', gross: true, period: 'month' },
  ...changes,
});
const exactly = (fromMinor: number | null, toMinor: number | null) => ({
  ...{ fromMinor, toMinor, currency: 'RUB', estimated: false, ratesOf: DAY },
});
const about = (fromMinor: number | null, toMinor: number | null) => ({
  ...exactly(fromMinor, toMinor),
  estimated: true,
});

describe('the monthly salary', () => {
  it('of roubles before tax in a month is the offer itself', () => {
    expect(monthlySalaryOf(offer({}), rates)).toEqual(exactly(10_000_000, 20_000_000));
  });

  it.each<[string, Partial<Salary>, ReturnType<typeof exactly>]>([
    [
      'a currency by its rate',
      { currency: 'USD', fromMinor: 100_000, toMinor: 200_050 },
      exactly(8_000_000, 16_004_000),
    ],
    [
      'a currency without a smaller part',
      { currency: 'JPY', fromMinor: 300_000, toMinor: null },
      exactly(15_000_000, null),
    ],
    ['a currency of thousandths', { currency: 'KWD', fromMinor: null, toMinor: 1_000_000 }, exactly(null, 25_000_000)],
    ['roubles after tax', { gross: false, fromMinor: 8_700_000, toMinor: null }, about(10_000_000, null)],
    ['roubles of which nobody says', { gross: null }, about(10_000_000, 20_000_000)],
    [
      'another currency after tax',
      { currency: 'KZT', gross: false, fromMinor: 62_500, toMinor: null },
      about(10_000, null),
    ],
    ['an hour', { period: 'hour', fromMinor: 50_000, toMinor: null }, about(50_000 * HOURS_PER_MONTH, null)],
    ['a shift', { period: 'shift', fromMinor: null, toMinor: 300_000 }, about(null, 300_000 * SHIFTS_PER_MONTH)],
    ['zero, where it was offered', { fromMinor: 0, toMinor: 100 }, exactly(0, 100)],
  ])('takes %s', (_what, change, expected) => expect(monthlySalaryOf(offer(change), rates)).toEqual(expected));

  it.each<[string, Salary | null]>([
    ['no salary', null],
    ['a currency without a rate', offer({ currency: 'XAF' })],
    ['a project', offer({ period: 'project' })],
    ['a rotation', offer({ period: 'fly-in-fly-out' })],
    ['amounts that numbers cannot hold exactly', offer({ currency: 'USD', toMinor: Number.MAX_SAFE_INTEGER })],
  ])('is unknown for %s', (_what, salary) => expect(monthlySalaryOf(salary, rates)).toBeNull());

  const bound = fc.option(fc.integer({ min: 1_000, max: 1e11 }));
  const salaries = fc
    .record({
      bounds: fc.tuple(bound, bound).filter((both) => both.some((minor) => minor !== null)),
      currency: fc.constantFrom(...rates.keys()),
      gross: fc.option(fc.boolean()),
      period: fc.constantFrom<Salary['period']>('month', 'hour', 'shift'),
    })
    .map(({ bounds, ...rest }): Salary => {
      const [low = null, high = null] = bounds.every((minor) => minor !== null)
        ? bounds.toSorted((a, b) => a! - b!)
        : bounds;
      return { ...rest, fromMinor: low, toMinor: high };
    });

  it('leaves an absent bound absent: one-sided offers stay one-sided, and unknown is never zero', () => {
    fc.assert(
      fc.property(salaries, (salary) => {
        const monthly = monthlySalaryOf(salary, rates);
        expect([monthly?.fromMinor === null, monthly?.toMinor === null]).toEqual([
          salary.fromMinor === null,
          salary.toMinor === null,
        ]);
        expect(monthly?.fromMinor).not.toBe(0);
        expect(monthly?.toMinor).not.toBe(0);
      }),
    );
  });

  it('never puts a higher offer below a lower one of its kind, nor a bound beyond the other', () => {
    fc.assert(
      fc.property(salaries, fc.integer({ min: 0, max: 1e9 }), (salary, more) => {
        const raise = (minor: number | null) => (minor === null ? null : minor + more);
        const higher = { ...salary, fromMinor: raise(salary.fromMinor), toMinor: raise(salary.toMinor) };
        const [low, high] = [monthlySalaryOf(salary, rates), monthlySalaryOf(higher, rates)];
        expect(low?.fromMinor ?? 0).toBeLessThanOrEqual(high?.fromMinor ?? 0);
        expect(low?.toMinor ?? 0).toBeLessThanOrEqual(high?.toMinor ?? 0);
        if (low && low.fromMinor !== null && low.toMinor !== null)
          expect(low.fromMinor).toBeLessThanOrEqual(low.toMinor);
      }),
    );
  });

  it('leads back to the offer, but for less than a kopeck', () => {
    const perMajor: Readonly<Record<string, number>> = { JPY: 1, KWD: 1000 };
    fc.assert(
      fc.property(salaries, (salary) => {
        const payments = { hour: HOURS_PER_MONTH, shift: SHIFTS_PER_MONTH, month: 1 }[salary.period as 'month'];
        const share = salary.currency === 'RUB' && salary.gross === false ? NET_SHARE : 1;
        const minorOfKopeck = ((perMajor[salary.currency] ?? 100) / 100) * rates.get(salary.currency)!.unitsPerRub;
        const back = (monthlySalaryOf(salary, rates)?.toMinor ?? 0) * minorOfKopeck * (share / payments);
        expect(Math.abs(back - (salary.toMinor ?? 0))).toBeLessThanOrEqual(minorOfKopeck + 1e-3);
      }),
    );
  });

  it('is marked as an estimate exactly when more than a rate was applied', () => {
    fc.assert(
      fc.property(salaries, (salary) => {
        const exact = salary.period === 'month' && salary.gross === true;
        expect(monthlySalaryOf(salary, rates)?.estimated).toBe(!exact);
      }),
    );
  });
});
