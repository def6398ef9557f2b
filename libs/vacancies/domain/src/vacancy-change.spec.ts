import fc from 'fast-check';
import type { Salary } from './salary';
import type { Vacancy } from './vacancy';
import { changeBetween } from './vacancy-change';

const SALARY: Salary = { fromMinor: 100, toMinor: null, currency: 'RUB', gross: null, period: 'month' };
const details = (text: string | null) => ({
  ...{ description: text === null ? null : { html: text, text }, keySkills: [], createdAt: null },
});
const AT = new Date('2026-01-01T00:00:00Z');

/** What takes part in the rule; the rest of a vacancy does not. */
const vacancy = (changes: Partial<Vacancy>) =>
  ({ title: 'a', salary: SALARY, details: null, state: 'active', revision: 1, changedAt: AT, ...changes }) as Vacancy;

const change = (before: Partial<Vacancy>, after: Partial<Vacancy>) =>
  changeBetween(vacancy(before), vacancy({ revision: 2, ...after }));

describe('the change between two revisions', () => {
  it('names what readers would notice, and nothing else', () => {
    const nothing = { title: null, salary: null, description: null, state: null };
    expect(change({}, { title: 'b' })).toEqual({ ...nothing, revision: 2, at: AT, title: { before: 'a', after: 'b' } });
    expect(change({}, { salary: null })).toMatchObject({ ...nothing, salary: { before: SALARY, after: null } });
    expect(change({}, { state: 'gone' })).toMatchObject({ ...nothing, state: { before: 'active', after: 'gone' } });
  });

  it.each<Partial<Salary>>([
    { fromMinor: null, toMinor: 100 },
    { toMinor: 100 },
    { currency: 'USD' },
    { gross: false },
    { period: 'hour' },
  ])('notices a salary with %p', (part) => {
    const after = { ...SALARY, ...part };
    expect(change({}, { salary: after })?.salary).toEqual({ before: SALARY, after });
  });

  it.each<[Vacancy['details'], Vacancy['details'], { before: string | null } | null | undefined]>([
    [null, null, undefined],
    [null, details('a'), undefined],
    [details('a'), details('a'), undefined],
    [details('a'), details('b'), { before: 'a' }],
    [details('a'), details(null), { before: 'a' }],
    [details(null), details('a'), { before: null }],
  ])('from the details %p to %p: a description that became known has not changed', (before, after, expected) => {
    expect(change({ details: before }, { details: after })?.description).toEqual(expected);
  });

  it('is none between equals, whatever else differs', () => {
    expect(change({}, { salary: { ...SALARY }, hasTest: true, url: 'https://example.org' })).toBeUndefined();
    const salaries = fc.option(
      fc.record({
        ...{ fromMinor: fc.option(fc.nat(3)), toMinor: fc.option(fc.nat(3)), gross: fc.option(fc.boolean()) },
        currency: fc.constantFrom('RUB', 'USD'),
        period: fc.constantFrom<Salary['period']>('month', 'hour'),
      }),
    );
    fc.assert(
      fc.property(salaries, salaries, (before, after) => {
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        expect(change({ salary: before }, { salary: after }) === undefined).toBe(isSame);
      }),
    );
  });
});
