import { VACANCY_STATES, type Salary, type Vacancy } from '@job-scope/vacancies-domain';
import { anEmployer } from './a-snapshot';
import {
  found,
  foundTitles,
  NO_HITS,
  NOTHING_TOLD,
  put,
  toIndex,
  vacancyToFind,
  type VacancySearchHarness,
} from './search-harness';
import type { SuiteCase } from './suite';

const SALARY: Salary = { fromMinor: 15_000_050, toMinor: null, currency: 'RUB', gross: false, period: 'month' };

const CONDITIONS = {
  monthlySalary: {
    ...{ fromMinor: 17_241_437, toMinor: null, currency: 'RUB', estimated: true },
    ratesOf: new Date('2026-01-31T00:00:00Z'),
  },
  employment: { id: 'full', name: 'Полная занятость' },
  schedule: { id: 'remote', name: 'Удалённая работа' },
  workFormats: [
    { id: 'REMOTE', name: 'Удалённо' },
    { id: 'HYBRID', name: 'Гибрид, "и так"' },
  ],
  professionalRoles: [{ id: '96', name: 'Программист, разработчик' }],
  hasTest: true,
} satisfies Partial<Vacancy>;

export const searchIndexingCases: readonly SuiteCase<VacancySearchHarness>[] = [
  {
    title: 'finds and suggests no more what is removed, again and with what never was there, and keeps the rest',
    check: async (harness) => {
      const [hidden, other] = [vacancyToFind({ title: 'Пекарь' }), vacancyToFind({ title: 'Повар' })];
      await put(harness, hidden, other);
      for (let times = 0; times < 2; times += 1) await harness.indexer.remove([hidden.id, vacancyToFind().id]);
      await harness.indexer.refresh();
      const page = await found(harness, { facets: ['source'], state: VACANCY_STATES, includeDuplicates: true });
      expect(page.items.map(({ id }) => id)).toEqual([other.id]);
      expect([page.total.value, page.facets.source]).toMatchObject([1, [{ count: 1 }]]);
      expect(await harness.reader.suggest('пек', 9)).toEqual({ ok: true, value: NOTHING_TOLD });
      await put(harness, { ...hidden, revision: hidden.revision + 1 });
      expect((await found(harness, {})).total.value).toBe(2);
    },
  },
  {
    title: 'finds nothing in an empty index',
    check: async (harness) => expect(await found(harness, {})).toEqual(NO_HITS),
  },
  {
    title: 'gives back of a vacancy what a list shows, as it was indexed',
    check: async (harness) => {
      const vacancy = vacancyToFind({
        employer: { ...anEmployer('1740', 'Ёлки & "Палки"'), url: 'https://example.org/1740', trusted: true },
        area: { id: '1', name: 'Москва' },
        experience: { id: 'between1And3', name: 'От 1 года до 3 лет' },
        salary: SALARY,
        ...CONDITIONS,
        requirement: 'Знание <b>SQL</b>',
        responsibility: 'Писать код',
        publishedAt: new Date('2026-02-03T04:05:06.789Z'),
      });
      await put(harness, vacancy);

      const { id, source, sourceId, title, url, employer, area, salary, experience } = vacancy;
      const { requirement, responsibility, publishedAt, state } = vacancy;
      const head = { id, source, sourceId, title, url, employer, area, salary, experience };
      const unasked = { keySkills: [], point: null, distanceMetres: null, highlights: null };
      const [hit] = (await found(harness, {})).items;
      expect(hit).toEqual({ ...head, ...CONDITIONS, ...unasked, requirement, responsibility, publishedAt, state });
    },
  },
  {
    title: 'shows what is not known as null, never as zero or as an empty text',
    check: async (harness) => {
      await put(harness, vacancyToFind());
      const nothing = { employer: null, area: null, salary: null, monthlySalary: null, experience: null };
      const [hit] = (await found(harness, {})).items;
      expect(hit).toMatchObject({ ...nothing, requirement: null, responsibility: null });
    },
  },
  {
    title: 'keeps an anonymous employer by name alone',
    check: async (harness) => {
      const employer = anEmployer(null, 'Крупная компания');
      await put(harness, vacancyToFind({ employer }));
      expect((await found(harness, { text: 'компания' })).items).toEqual([expect.objectContaining({ employer })]);
    },
  },
  {
    title: 'holds a vacancy once, however often it is indexed',
    check: async (harness) => {
      const vacancy = vacancyToFind();
      await put(harness, vacancy);
      await put(harness, vacancy);
      expect((await found(harness, {})).total.value).toBe(1);
    },
  },
  {
    title: 'replaces a revision by a later one',
    check: async (harness) => {
      const vacancy = vacancyToFind({ title: 'Старое' });
      await put(harness, vacancy);
      await put(harness, { ...vacancy, title: 'Новое', revision: 2 });
      expect(await foundTitles(harness, {})).toEqual(['Новое']);
    },
  },
  {
    title: 'never replaces a revision by an earlier one that comes late',
    check: async (harness) => {
      const vacancy = vacancyToFind({ title: 'Новое', revision: 10 });
      await put(harness, vacancy);
      await put(harness, { ...vacancy, title: 'Старое', revision: 9 });
      expect(await foundTitles(harness, {})).toEqual(['Новое']);
    },
  },
  {
    title: 'takes the highest revision of a vacancy that comes twice in one batch, in either order',
    check: async (harness) => {
      const [rising, falling] = [vacancyToFind(), vacancyToFind()];
      const late = (of: typeof rising) => ({ ...of, title: 'Новое', revision: 2 });
      await put(harness, rising, late(rising), late(falling), falling);
      expect(await foundTitles(harness, {})).toEqual(['Новое', 'Новое']);
    },
  },
  {
    title: 'ends with the highest revision when many indexers work at once',
    check: async (harness) => {
      const pair = [vacancyToFind(), vacancyToFind()];
      const revisions = [3, 1, 4, 2, 5].map((revision) =>
        pair.map((of) => ({ ...of, revision, title: `№ ${revision}` })),
      );
      const batches = revisions.map((batch, i) => (i % 2 === 0 ? batch : batch.toReversed()));
      await Promise.all(batches.map((batch) => put(harness, ...batch)));
      expect(await foundTitles(harness, {})).toEqual(['№ 5', '№ 5']);
    },
  },
  {
    title: 'takes an empty batch',
    check: async (harness) => expect(await harness.indexer.index([])).toEqual(new Map()),
  },
  {
    title: 'V-8: sets a document aside that the engine refuses, with the reason, and stores the rest of the batch',
    check: async (harness) => {
      const poison = harness.poison(vacancyToFind());
      const batch = [
        vacancyToFind({ title: 'А' }),
        poison,
        vacancyToFind({ title: 'Б' }),
        vacancyToFind({ title: 'В' }),
      ];
      const refused = await harness.indexer.index(batch.map(toIndex));
      await harness.indexer.refresh();
      expect(refused).toEqual(new Map([[poison.id, expect.stringMatching(/\w/)]]));
      expect(await foundTitles(harness, {})).toEqual(['В', 'Б', 'А']);
    },
  },
  {
    title: 'sets a document aside that cannot be written down at all',
    check: async (harness) => {
      const broken = vacancyToFind({ publishedAt: new Date(NaN) });
      const refused = await harness.indexer.index([broken, vacancyToFind({ title: 'А' })].map(toIndex));
      await harness.indexer.refresh();
      expect([...refused.keys()]).toEqual([broken.id]);
      expect(await foundTitles(harness, {})).toEqual(['А']);
    },
  },
  {
    title: 'may be made ready again and by many at once, without losing what it holds',
    check: async (harness) => {
      await put(harness, vacancyToFind());
      await Promise.all([1, 2, 3, 4].map(() => harness.indexer.prepare()));
      expect((await found(harness, {})).total.value).toBe(1);
    },
  },
];
