import fc from 'fast-check';
import { judgeRates } from './plausible-rates';

const DAY = new Date('2026-03-01');
const knownAs = (rates: Readonly<Record<string, number>>) =>
  new Map(Object.entries(rates).map(([currency, unitsPerRub]) => [currency, { unitsPerRub, date: DAY }]));
const toldAs = (rates: Readonly<Record<string, number>>) => new Map(Object.entries({ RUB: 1, ...rates }));
const refusedIn = (told: Readonly<Record<string, number>>, known: Readonly<Record<string, number>>) =>
  judgeRates(toldAs(told), knownAs(known)).refused.map(({ currency }) => currency);

describe('judgeRates', () => {
  it('takes what moved as currencies move, and what is new', () => {
    const { plausible, refused } = judgeRates(toldAs({ USD: 0.02, AMD: 4.8 }), knownAs({ RUB: 1, USD: 0.0163 }));
    expect([Object.fromEntries(plausible), refused]).toEqual([{ RUB: 1, USD: 0.02, AMD: 4.8 }, []]);
  });

  it.each([
    ['nothing', { USD: 0 }],
    ['a debt', { USD: -0.0163 }],
    ['no number', { USD: Number.NaN }],
    ['without end', { USD: Number.POSITIVE_INFINITY }],
    ['a thousand times the last', { USD: 16.3 }],
    ['a thousandth of the last', { USD: 0.0000163 }],
  ])('refuses a rate that is %s, and takes the others', (_what, told) => {
    expect(refusedIn({ ...told, EUR: 0.016 }, { USD: 0.0163, EUR: 0.016 })).toEqual(['USD']);
  });

  it('refuses what is no code of a currency', () => {
    expect(refusedIn({ '': 1, usd: 1, DOLLAR: 1 }, {})).toEqual(['', 'usd', 'DOLLAR']);
  });

  it.each([[{ USD: 0.0163 }], [{ RUB: 61.3, USD: 1 }]])('refuses all of a table of another base: %p', (told) => {
    const { plausible, refused } = judgeRates(new Map(Object.entries(told)), knownAs({ RUB: 1 }));
    expect([plausible.size, refused.length]).toEqual([0, Object.keys(told).length]);
  });

  it('takes no rate that makes a salary more than ten times another, and refuses none without telling', () => {
    const rate = fc.double({ noNaN: false });
    const table = fc.dictionary(fc.constantFrom('USD', 'EUR', 'KZT', 'x'), rate);
    const sane = fc.dictionary(fc.constantFrom('USD', 'EUR', 'KZT'), fc.double({ min: 1e-6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(table, sane, (told, known) => {
        const { plausible, refused } = judgeRates(toldAs(told), knownAs(known));
        for (const [currency, units] of plausible) {
          expect(Number.isFinite(units) && units > 0).toBe(true);
          const before = known[currency];
          if (before === undefined) continue;
          expect(Math.abs(Math.log10(units / before))).toBeLessThanOrEqual(1 + 1e-12);
        }
        const judged = [...plausible.keys(), ...refused.map(({ currency }) => currency)];
        expect(judged.toSorted()).toEqual(['RUB', ...Object.keys(told)].toSorted());
      }),
    );
  });
});
