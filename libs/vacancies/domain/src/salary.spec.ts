import fc from 'fast-check';
import { minorUnitsPerMajor, salaryOf, type Salary } from './salary';

const monthly: Salary = { fromMinor: 10_000_000, toMinor: 15_000_000, currency: 'RUB', gross: true, period: 'month' };

describe('salaryOf', () => {
  it.each<Partial<Salary>>([{}, { fromMinor: null }, { toMinor: null }, { toMinor: 10_000_000 }, { gross: null }])(
    'accepts %p as it is',
    (part) => expect(salaryOf({ ...monthly, ...part })).toEqual({ ok: true, value: { ...monthly, ...part } }),
  );

  it.each<[string, Partial<Salary>]>([
    ['no bound at all', { fromMinor: null, toMinor: null }],
    ['bounds in the wrong order', { fromMinor: 2, toMinor: 1 }],
    ['a negative bound', { fromMinor: -1 }],
    ['a fraction of a minor unit', { toMinor: 15_000_000.5 }],
    ['an amount that numbers cannot hold exactly', { toMinor: 2 ** 53 }],
    ['a currency code of another list', { currency: 'руб' }],
    ['a lower-case currency', { currency: 'rub' }],
  ])('refuses %s', (_fault, part) => {
    expect(salaryOf({ ...monthly, ...part })).toMatchObject({ ok: false, error: { code: 'salary.invalid' } });
  });
});

describe('minorUnitsPerMajor', () => {
  it.each([
    ['RUB', 100],
    ['KZT', 100],
    ['JPY', 1],
    ['KWD', 1000],
  ])('of %s is %i', (currency, units) => expect(minorUnitsPerMajor(currency)).toBe(units));

  it('is a power of ten for every code, so that showing an amount loses nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{3}$/), (code) => [1, 100, 1000].includes(minorUnitsPerMajor(code))),
    );
  });
});
