import type { Vacancy } from '@job-scope/vacancies-domain';
import type { VacancySearch } from '@job-scope/vacancies-ports';
import { foundTitles, put, putTitles, vacancyToFind, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

type SearchCase = SuiteCase<VacancySearchHarness>;

/** One open vacancy per title; the text must find exactly the titles given. */
export const finds = (
  what: string,
  titles: readonly string[],
  text: string,
  expected: readonly string[],
): SearchCase => ({
  title: `${what}: «${text}» finds ${expected.length > 0 ? expected.map((title) => `«${title}»`).join(', ') : 'nothing'}`,
  check: async (harness) => {
    await putTitles(harness, ...titles);
    expect([...(await foundTitles(harness, { text }))].sort()).toEqual([...expected].sort());
  },
});

/** Of the vacancies, by title, the filter must let exactly those through whose title begins with `+`. */
export const passes = (
  what: string,
  filter: Partial<VacancySearch>,
  vacancies: readonly Partial<Vacancy>[],
): SearchCase => ({
  title: what,
  check: async (harness) => {
    await put(harness, ...vacancies.map(vacancyToFind));
    const expected = vacancies.map(({ title = '' }) => title).filter((title) => title.startsWith('+'));
    expect([...(await foundTitles(harness, filter))].sort()).toEqual(expected.sort());
  },
});

/** So many kopecks before tax in a month, exactly; null for a bound that is not there. */
export const monthly = (
  fromMinor: number | null,
  toMinor: number | null,
): Pick<Vacancy, 'salary' | 'monthlySalary'> => ({
  salary: { fromMinor, toMinor, currency: 'RUB', gross: true, period: 'month' },
  monthlySalary: { fromMinor, toMinor, currency: 'RUB', estimated: false, ratesOf: new Date('2026-01-31T00:00:00Z') },
});

/** Where the work is done, and nothing else of the address. */
export const placedAt = (lat: number, lng: number): Pick<Vacancy, 'address'> => {
  const unknown = { city: null, street: null, building: null, description: null, text: null };
  return { address: { ...unknown, point: { lat, lng }, metro: [] } };
};

/** With a description and skills; the source has said no more. */
export const detailed = (text: string | null, keySkills: readonly string[] = []): Pick<Vacancy, 'details'> => ({
  details: { description: text === null ? null : { html: `<p>${text}</p>`, text }, keySkills, createdAt: null },
});
