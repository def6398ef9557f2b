import type { Suggestion } from '@job-scope/vacancies-ports';
import { anEmployer } from './a-snapshot';
import { detailed } from './search-case';
import { put, putTitles, vacancyToFind, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const suggested = async (
  { reader }: VacancySearchHarness,
  prefix: string,
  limit = 10,
): Promise<readonly Suggestion[]> => {
  const answer = await reader.suggest(prefix, limit);
  if (!answer.ok) throw new Error(`there are no suggestions: ${answer.error.code}`);
  expect(answer.value.degraded).toBe(false);
  return answer.value.items;
};

const textsOf = async (harness: VacancySearchHarness, prefix: string, limit?: number) =>
  (await suggested(harness, prefix, limit)).map(({ text }) => text);

export const searchSuggestionCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'suggests titles, skills and employers that begin so, as they are written',
    check: async (harness) => {
      await put(
        harness,
        vacancyToFind({ title: 'Контролёр ОТК' }),
        vacancyToFind({ title: 'Швея', employer: anEmployer('1', 'Контур') }),
        vacancyToFind({ title: 'Юрист', ...detailed(null, ['Контракты', 'SQL']) }),
      );
      const byText = (a: Suggestion, b: Suggestion) => (a.text < b.text ? -1 : 1);
      expect([...(await suggested(harness, 'конт'))].sort(byText)).toEqual([
        { kind: 'skill', text: 'Контракты' },
        { kind: 'title', text: 'Контролёр ОТК' },
        { kind: 'employer', text: 'Контур' },
      ]);
    },
  },
  {
    title: 'suggests the commonest first, each once, and no more than asked for',
    check: async (harness) => {
      await putTitles(
        harness,
        'Повар',
        'Повар цеха',
        'Повар цеха',
        'Повар су-шеф',
        'Повар цеха',
        'Повар су-шеф',
        'Водитель',
      );
      expect(await textsOf(harness, 'повар')).toEqual(['Повар цеха', 'Повар су-шеф', 'Повар']);
      expect(await textsOf(harness, 'повар', 2)).toEqual(['Повар цеха', 'Повар су-шеф']);
    },
  },
  {
    title: 'suggests whatever the case, and е for ё and the other way',
    check: async (harness) => {
      await putTitles(harness, 'Пчеловод', 'Счётчик', 'Слесарь');
      expect(await textsOf(harness, 'ПЧЕЛ')).toEqual(['Пчеловод']);
      expect(await textsOf(harness, 'счетч')).toEqual(['Счётчик']);
      expect(await textsOf(harness, 'слёс')).toEqual(['Слесарь']);
    },
  },
  {
    title: 'suggests by more than one word, and by special tokens',
    check: async (harness) => {
      await putTitles(harness, 'Ведущий инженер', 'Ведущий эфира', 'C++ разработчик', 'C разработчик');
      expect(await textsOf(harness, 'ведущий инж')).toEqual(['Ведущий инженер']);
      expect(await textsOf(harness, 'c++')).toEqual(['C++ разработчик']);
    },
  },
  {
    title: 'suggests nothing of closed vacancies',
    check: async (harness) => {
      await put(harness, vacancyToFind({ title: 'Повар', state: 'archived' }));
      expect(await textsOf(harness, 'повар')).toEqual([]);
    },
  },
  {
    title: 'forgets what the last vacancy of its kind has taken away',
    check: async (harness) => {
      const vacancy = vacancyToFind({ title: 'Повар' });
      await put(harness, vacancy);
      await put(harness, { ...vacancy, title: 'Швея', revision: 2 });
      expect(await textsOf(harness, 'повар')).toEqual([]);
      expect(await textsOf(harness, 'шве')).toEqual(['Швея']);
    },
  },
  {
    title: 'takes every character for itself: none stands for any other',
    check: async (harness) => {
      await putTitles(harness, 'Повар', '100% удалёнка');
      for (const hostile of ['%', '_', '*', '.*', '\\', "'", '"', '[', '(', 'п%р', 'п_вар', '🦊', '~', '{', '|']) {
        expect([hostile, await textsOf(harness, hostile)]).toEqual([hostile, []]);
      }
      expect(await textsOf(harness, '100%')).toEqual(['100% удалёнка']);
    },
  },
];
