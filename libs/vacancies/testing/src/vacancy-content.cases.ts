import type { VacancySnapshot } from '@job-scope/vacancies-domain';
import type { VacancyToStore } from '@job-scope/vacancies-ports';
import { anEmployer, aSnapshot } from './a-snapshot';
import { at, aVacancyToStore } from './builders';
import type { SuiteCase } from './suite';
import { storeOne, type VacancyStoreHarness } from './vacancy-store-harness';

const COMPLETE: VacancySnapshot = aSnapshot({
  sourceId: '12345678901234567890',
  title: `Разработчик "C++" \\ {senior}, 'lead' 🚀`,
  applyUrl: 'https://example.org/apply?a=1&b=2',
  employer: {
    ...{ id: '1455', name: 'ООО «Рога и копыта», NULL', url: 'https://example.org/employer/1455' },
    ...{ trusted: true, accreditedIt: false },
  },
  address: {
    ...{
      city: 'Москва',
      street: 'улица "Правды"',
      building: '24 к2',
      description: null,
      text: 'Москва, улица "Правды"',
    },
    point: { lat: 55.789123, lng: -37.5 },
    metro: [
      { id: '2.133', name: 'Сокол', line: { id: '2', name: 'Замоскворецкая' }, point: { lat: 55.8, lng: 37.515245 } },
      { id: '97.1', name: 'Без места', line: { id: '97', name: 'МЦК' }, point: null },
    ],
  },
  salary: { fromMinor: 1, toMinor: 9_007_199_254_740_991, currency: 'KZT', gross: true, period: 'fly-in-fly-out' },
  type: { id: 'open', name: 'Открытая' },
  experience: { id: 'between1And3', name: 'От 1 года до 3 лет' },
  employment: { id: 'full', name: 'Полная занятость' },
  schedule: { id: 'remote', name: 'Удалённая работа' },
  workFormats: [{ id: 'REMOTE', name: 'Удалённо' }],
  professionalRoles: [
    { id: '96', name: 'Программист' },
    { id: '10', name: 'Аналитик, {"x":1}' },
  ],
  requirement: 'line one\nline two\ttab',
  responsibility: '',
  hasTest: true,
  responseLetterRequired: true,
  acceptsIncompleteResumes: true,
  archived: true,
  publishedAt: new Date('2026-02-28T21:59:59.123Z'),
  details: {
    description: { html: '<p>Мы &amp; вы</p>\n<ul><li>"{}"</li></ul>', text: `Мы & вы\n'"{}"'` },
    keySkills: ['C++', '{"a"}', 'NULL', ''],
    createdAt: new Date('2026-01-30T10:00:00.001Z'),
  },
  raw: { id: '1', nested: [{ text: 'a\\u0000b', none: null }], number: 1.5 },
});

const DERIVED: Pick<VacancyToStore, 'duplicateKey' | 'monthlySalary'> = {
  duplicateKey: 'key',
  monthlySalary: {
    ...{ fromMinor: null, toMinor: 9_007_199_254_740_991, currency: 'RUB', estimated: true },
    ratesOf: new Date('2026-02-28T00:00:00Z'),
  },
};

const EMPTY: VacancySnapshot = aSnapshot({
  sourceId: 'empty',
  employer: anEmployer(null, 'anonymous'),
  area: null,
  salary: null,
  professionalRoles: [],
  raw: null,
});

const seen = async (
  harness: VacancyStoreHarness,
  snapshot: VacancySnapshot,
  derived: Pick<VacancyToStore, 'duplicateKey' | 'monthlySalary'> = { duplicateKey: null, monthlySalary: null },
) => {
  const stored = await storeOne(harness, aVacancyToStore(snapshot.sourceId, 'h', snapshot, derived), at(0));
  const { archived, ...content } = snapshot;
  expect(stored).toEqual({
    ...content,
    ...derived,
    id: stored.id,
    state: archived ? 'archived' : 'active',
    revision: 1,
    firstSeenAt: at(0),
    lastSeenAt: at(0),
    changedAt: at(0),
  });
};

export const vacancyContentCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'V-1: gives a new vacancy back as it was stored, hostile text and all',
    check: (harness) => seen(harness, COMPLETE, DERIVED),
  },
  { title: 'gives a vacancy back of which little is known', check: (harness) => seen(harness, EMPTY) },
  {
    title: 'keeps an absent employer apart from an anonymous one, and one bound of a salary from two',
    check: async (harness) => {
      const salary = { fromMinor: null, toMinor: 5, currency: 'EUR', gross: null, period: 'hour' } as const;
      await seen(harness, { ...EMPTY, employer: null, salary });
    },
  },
  {
    title: 'keeps details that tell nothing apart from details that nobody told',
    check: async (harness) => {
      await seen(harness, { ...EMPTY, details: { description: null, keySkills: [], createdAt: null } });
    },
  },
  {
    title: 'stores what a database cannot hold as well as it can: no page is lost for a character',
    check: async (harness) => {
      const address = {
        city: '\0',
        street: null,
        building: null,
        description: null,
        text: null,
        point: null,
        metro: [],
      };
      const details = { description: { html: 'a\0b', text: 'a\0b' }, keySkills: ['a\0b\ud800'], createdAt: null };
      const broken = { title: 'a\0b', address, details, raw: { 'k\0': ['\0', '\ud800', 'fine'] } };
      const stored = await storeOne(harness, aVacancyToStore('broken', 'h', broken), at(0));
      const kept = [stored.title, stored.details?.description?.text, stored.details?.keySkills[0]];
      expect(kept.map((text) => text?.replaceAll(/[\0\uFFFD\ud800]/g, ''))).toEqual(['ab', 'ab', 'ab']);
      expect(JSON.stringify(stored.raw)).toContain('fine');
    },
  },
];
