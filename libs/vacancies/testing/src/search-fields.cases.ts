import { anEmployer } from './a-snapshot';
import { detailed } from './search-case';
import { foundTitles, put, vacancyToFind, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

/** Where words are looked for, and how much a place counts. */
export const searchFieldsCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'V-14: finds by employer, requirement and responsibility too, and by words spread over them',
    check: async (harness) => {
      await put(
        harness,
        vacancyToFind({ title: 'А', employer: anEmployer('1', 'Ромашка') }),
        vacancyToFind({ title: 'Б', requirement: 'знание ромашки' }),
        vacancyToFind({ title: 'В', responsibility: 'гадать на ромашке', employer: anEmployer('2', 'Оракул') }),
        vacancyToFind({ title: 'Г', employer: anEmployer('2', 'Оракул') }),
      );
      expect(await foundTitles(harness, { text: 'ромашка' })).toEqual(['В', 'Б', 'А']);
      expect(await foundTitles(harness, { text: 'оракул ромашка' })).toEqual(['В']);
    },
  },
  {
    title: 'V-14: finds by description and skills, and by words spread over them',
    check: async (harness) => {
      await put(
        harness,
        vacancyToFind({ title: 'А', ...detailed('Мы ищем знатока ромашки.\nИ только его.') }),
        vacancyToFind({ title: 'Б', ...detailed(null, ['Ромашки', 'C++']) }),
        vacancyToFind({ title: 'В', ...detailed('Поле для знатока', ['Ромашки']) }),
        vacancyToFind({ title: 'Г', ...detailed('Лютики', ['C']) }),
      );
      expect(await foundTitles(harness, { text: 'ромашка' })).toEqual(['В', 'Б', 'А']);
      expect(await foundTitles(harness, { text: 'поле ромашка' })).toEqual(['В']);
      expect(await foundTitles(harness, { text: 'c++' })).toEqual(['Б']);
    },
  },
  {
    title: 'never finds by markup: only what a reader sees of the description',
    check: async (harness) => {
      await put(harness, vacancyToFind(detailed('Текст')));
      expect(await foundTitles(harness, { text: 'p' })).toEqual([]);
    },
  },
  {
    title: 'leaves out what is excluded, wherever it stands',
    check: async (harness) => {
      await put(
        harness,
        vacancyToFind({ title: 'Флорист А', ...detailed('без опыта') }),
        vacancyToFind({ title: 'Флорист Б', ...detailed('ночные смены') }),
        vacancyToFind({ title: 'Флорист В', requirement: 'смены по 12 часов' }),
      );
      expect(await foundTitles(harness, { text: 'флорист -смена' })).toEqual(['Флорист А']);
    },
  },
  {
    title: 'ranks a word in the title over one in the employer over one in the text',
    check: async (harness) => {
      await put(
        harness,
        vacancyToFind({ title: 'Второй', employer: anEmployer('1', 'Ромашка') }),
        vacancyToFind({ title: 'Первая ромашка' }),
        vacancyToFind({ title: 'Третий', requirement: 'любить ромашки' }),
      );
      const titles = await foundTitles(harness, { text: 'ромашка', sort: 'relevance' });
      expect(titles).toEqual(['Первая ромашка', 'Второй', 'Третий']);
    },
  },
  {
    title: 'ranks a word in the title over one among the skills over one in the description',
    check: async (harness) => {
      await put(
        harness,
        vacancyToFind({ title: 'Второй', ...detailed('О нас', ['Kafka', 'SQL']) }),
        vacancyToFind({ title: 'Первый: Kafka', ...detailed('О нас', ['SQL']) }),
        vacancyToFind({ title: 'Третий', ...detailed('Иногда Kafka', ['SQL']) }),
      );
      const titles = await foundTitles(harness, { text: 'kafka', sort: 'relevance' });
      expect(titles).toEqual(['Первый: Kafka', 'Второй', 'Третий']);
    },
  },
];
