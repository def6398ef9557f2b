import type { Vacancy } from '@job-scope/vacancies-domain';
import { detailed } from './search-case';
import { hitOf, put, putBeside, toIndex, vacancyToFind, type VacancySearchHarness } from './search-harness';
import type { SuiteCase } from './suite';

const similarTo = async ({ reader }: VacancySearchHarness, vacancy: Vacancy, limit = 10) => {
  const answer = await reader.similar(vacancy, limit);
  if (!answer.ok) throw new Error(`there are no similar vacancies: ${answer.error.code}`);
  expect(answer.value.degraded).toBe(false);
  return answer.value.items;
};

const titlesLike = async (harness: VacancySearchHarness, vacancy: Vacancy, limit?: number) =>
  (await similarTo(harness, vacancy, limit)).map(({ title }) => title);

const PROGRAMMER = [{ id: '96', name: 'Программист, разработчик' }];
const COOK = [{ id: '94', name: 'Повар' }];

const backend = (of: Partial<Vacancy> = {}): Vacancy =>
  vacancyToFind({
    title: 'Разработчик Python',
    professionalRoles: PROGRAMMER,
    ...detailed('Разработка сервисов на Python', ['Python', 'PostgreSQL', 'Kafka']),
    ...of,
  });

const cook = (): Vacancy =>
  vacancyToFind({ title: 'Повар', professionalRoles: COOK, ...detailed('Горячий цех', ['Ножи']) });

export const searchSimilarityCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'finds the vacancies most like one, the best first, and not the one itself',
    check: async (harness) => {
      const vacancy = backend();
      const close = backend({ title: 'Старший разработчик Python' });
      const far = vacancyToFind({
        title: 'Аналитик',
        professionalRoles: PROGRAMMER,
        ...detailed('Отчёты', ['PostgreSQL']),
      });
      await put(harness, vacancy, far, close, cook());
      expect(await titlesLike(harness, vacancy)).toEqual(['Старший разработчик Python', 'Аналитик']);
      expect(await titlesLike(harness, vacancy, 1)).toEqual(['Старший разработчик Python']);
    },
  },
  {
    title: 'finds by title alone where no more is known',
    check: async (harness) => {
      const vacancy = vacancyToFind({ title: 'Водитель погрузчика' });
      await put(harness, vacancy, vacancyToFind({ title: 'Водитель погрузчика ночью' }), cook());
      expect(await titlesLike(harness, vacancy)).toEqual(['Водитель погрузчика ночью']);
    },
  },
  {
    title: 'finds open vacancies only, and of duplicates the canonical one',
    check: async (harness) => {
      const vacancy = backend({ duplicateKey: 'an offer' });
      await putBeside(
        harness,
        toIndex(vacancy),
        toIndex(backend({ title: 'closed', state: 'archived' })),
        { ...toIndex(backend({ title: 'duplicate of another' })), isCanonical: false },
        toIndex(backend({ title: 'its own duplicate', duplicateKey: 'an offer' })),
        toIndex(backend({ title: 'another', duplicateKey: 'another offer' })),
      );
      expect(await titlesLike(harness, vacancy)).toEqual(['another']);
    },
  },
  {
    title: 'finds for a vacancy that is not in the index, closed ones too',
    check: async (harness) => {
      await put(harness, backend({ title: 'another' }), cook());
      expect(await titlesLike(harness, backend({ state: 'archived' }))).toEqual(['another']);
    },
  },
  {
    title: 'finds nothing like a vacancy that is like no other',
    check: async (harness) => {
      await put(harness, cook());
      expect(await titlesLike(harness, backend())).toEqual([]);
    },
  },
  {
    title: 'tells of each what a list shows',
    check: async (harness) => {
      const [vacancy, other] = [backend(), backend()];
      await put(harness, vacancy, other);
      const [hit] = await similarTo(harness, vacancy);
      expect(hitOf(other)).toMatchObject({ ...hit });
    },
  },
];
