import fc from 'fast-check';
import { finds } from './search-case';
import { failureOf, foundTitles, putTitles, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const JOBS = ['Разработчик Python', 'Программист 1С', 'Senior Java Developer', 'IT-директор'];

const HOSTILE = [
  ...['"', '""', '(', ')', '((()', '&', '|', '!', '!!!', '-', '--', '+', '*', '~2', ':*', '<->', '\\', "'", "';--"],
  ...['%', '_', '^', '/', '//', '[', '{', '}', '{"a":1}', 'title:x', '_exists_:id', 'AND', 'OR OR', 'a OR', '-"'],
  ...['$1', '$$', '🦊', '\ud800', '\u202e', 'é́́', 'a'.repeat(500), 'слово '.repeat(80), '<script>', '"незакрытая'],
];

export const searchMatchingCases: readonly SuiteCase<VacancySearchHarness>[] = [
  finds('V-14, Russian morphology', JOBS, 'разработчика', ['Разработчик Python']),
  finds('Russian morphology, plural', ['Ведущий инженер', 'Повар'], 'ведущие инженеры', ['Ведущий инженер']),
  finds('English morphology', JOBS, 'developers', ['Senior Java Developer']),
  finds('English morphology', ['Testing of networks', 'Cook'], 'network test', ['Testing of networks']),
  finds('case does not matter', JOBS, 'SENIOR java', ['Senior Java Developer']),
  finds('ё = е', ['Слётчик', 'Повар'], 'слетчик', ['Слётчик']),
  finds('е = ё', ['Слетчик', 'Повар'], 'слётчик', ['Слетчик']),
  finds('ё = е in capitals', ['ЁЛОЧНЫЙ мастер', 'Повар'], 'елочный', ['ЁЛОЧНЫЙ мастер']),
  finds('every word must match', JOBS, 'java python', []),
  finds('the order of words does not matter', JOBS, 'python разработчик', ['Разработчик Python']),
  finds('a part of a compound', JOBS, 'директор', ['IT-директор']),
  finds('no stop words among Latin ones', ['Специалист IT', 'Специалист HR'], 'it', ['Специалист IT']),
  finds('Russian stop words do not matter', ['Работа в Москве', 'Повар'], 'работа по москве', ['Работа в Москве']),
  finds('letters and digits', JOBS, '1с', ['Программист 1С']),
  finds('a phrase', ['Инженер по тестам', 'По тестам: инженер'], '"инженер по тестам"', ['Инженер по тестам']),
  finds('an exclusion', ['Java senior', 'Java junior'], 'java -junior', ['Java senior']),
  finds('an exclusion alone', ['Java senior', 'Java junior'], '-junior', ['Java senior']),
  finds('a text without a word', JOBS, '!!!', []),
  {
    title: 'answers by publication when asked for relevance without a text',
    check: async (harness) => {
      await putTitles(harness, 'Старое', 'Новое');
      expect(await foundTitles(harness, { sort: 'relevance' })).toEqual(['Новое', 'Старое']);
    },
  },
  {
    title: 'answers any text in either order: nothing that a reader types is an error',
    check: async (harness) => {
      await putTitles(harness, ...JOBS);
      for (const text of HOSTILE) {
        for (const sort of ['relevance', 'published'] as const) {
          expect([text, await failureOf(harness, { text, sort })]).toEqual([text, undefined]);
        }
      }
    },
  },
  {
    title: 'answers any text, whatever its characters (control characters are taken out before)',
    check: async (harness) => {
      const printable = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/\p{Cc}/gu, ' '));
      await fc.assert(
        fc.asyncProperty(printable, async (text) => expect(await failureOf(harness, { text })).toBeUndefined()),
        { numRuns: 20 },
      );
    },
  },
];
