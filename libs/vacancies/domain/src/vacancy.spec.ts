import fc from 'fast-check';
import { contentOf, detailsContentOf, stateOf, withoutDuplicates, type VacancySnapshot } from './vacancy';
import type { VacancyDetails } from './vacancy-parts';

const EMPLOYER = { id: '7', name: 'Ветреный Каштан', url: 'https://hh.example/7', trusted: true, accreditedIt: null };
const STATION = {
  ...{ id: '2.133', name: 'Сокол', line: { id: '2', name: 'Замоскворецкая' } },
  point: { lat: 1, lng: 2 },
};
const ADDRESS = {
  ...{ city: 'Москва', street: null, building: '1', description: null, text: 'Москва, 1' },
  ...{ point: { lat: 1, lng: 2 }, metro: [STATION] },
};

const snapshot: VacancySnapshot = {
  source: 'headhunter',
  sourceId: '1',
  title: 'Программист 1С',
  url: 'https://hh.example/vacancy/1',
  applyUrl: null,
  employer: EMPLOYER,
  area: { id: '1', name: 'Москва' },
  address: ADDRESS,
  salary: { fromMinor: 8_500_000, toMinor: null, currency: 'RUB', gross: false, period: 'month' },
  type: { id: 'open', name: 'Открытая' },
  experience: { id: 'between1And3', name: 'От 1 года до 3 лет' },
  employment: { id: 'full', name: 'Полная занятость' },
  schedule: { id: 'fullDay', name: 'Полный день' },
  workFormats: [{ id: 'REMOTE', name: 'Удалённо' }],
  professionalRoles: [{ id: '96', name: 'Программист, разработчик' }],
  requirement: 'Опыт от года',
  responsibility: null,
  hasTest: false,
  responseLetterRequired: false,
  acceptsIncompleteResumes: false,
  archived: false,
  publishedAt: new Date('2026-11-01T09:00:00Z'),
  details: null,
  raw: { id: '1' },
};

const changes: readonly Partial<VacancySnapshot>[] = [
  { title: 'Программист' },
  { url: 'https://hh.example/vacancy/2' },
  { applyUrl: 'https://hh.example/apply' },
  { employer: null },
  { employer: { ...EMPLOYER, id: null } },
  { employer: { ...EMPLOYER, url: null } },
  { employer: { ...EMPLOYER, trusted: null } },
  { employer: { ...EMPLOYER, accreditedIt: true } },
  { address: null },
  { address: { ...ADDRESS, city: null } },
  { address: { ...ADDRESS, street: 'Мира' } },
  { address: { ...ADDRESS, building: '2' } },
  { address: { ...ADDRESS, description: 'со двора' } },
  { address: { ...ADDRESS, text: null } },
  { address: { ...ADDRESS, point: { lat: 1, lng: 3 } } },
  { address: { ...ADDRESS, metro: [] } },
  { address: { ...ADDRESS, metro: [{ ...STATION, line: { id: '3', name: 'Замоскворецкая' } }] } },
  { address: { ...ADDRESS, metro: [{ ...STATION, point: null }] } },
  { type: null },
  { workFormats: [] },
  { responseLetterRequired: true },
  { acceptsIncompleteResumes: true },
  { area: { id: '2', name: 'Москва' } },
  { salary: null },
  { salary: { fromMinor: 8_500_000, toMinor: null, currency: 'RUB', gross: null, period: 'month' } },
  { salary: { fromMinor: 8_500_000, toMinor: null, currency: 'RUB', gross: false, period: 'shift' } },
  { salary: { fromMinor: null, toMinor: 8_500_000, currency: 'RUB', gross: false, period: 'month' } },
  { experience: null },
  { employment: null },
  { schedule: null },
  { professionalRoles: [] },
  { requirement: null, responsibility: 'Опыт от года' },
  { hasTest: true },
  { archived: true },
  { publishedAt: new Date('2026-11-04T09:00:00Z') },
];

describe('the content of a vacancy', () => {
  it.each(changes)('is another when it says %p', (change) => {
    expect(contentOf({ ...snapshot, ...change })).not.toBe(contentOf(snapshot));
  });

  it('tells all those changes from each other', () => {
    expect(new Set(changes.map((change) => contentOf({ ...snapshot, ...change }))).size).toBe(changes.length);
  });

  it('says nothing of the details, which have a content of their own', () => {
    expect(contentOf({ ...snapshot, details: DETAILS })).toBe(contentOf(snapshot));
  });

  it('is the same whatever the source adds to its payload', () => {
    fc.assert(fc.property(fc.jsonValue(), (raw) => expect(contentOf({ ...snapshot, raw })).toBe(contentOf(snapshot))));
  });
});

const DETAILS: VacancyDetails = {
  description: { html: '<p>a</p>', text: 'a' },
  keySkills: ['SQL', 'C++'],
  createdAt: new Date('2026-11-01T09:00:00Z'),
};

describe('the content of details', () => {
  const others: readonly Partial<VacancyDetails>[] = [
    { description: null },
    { description: { html: '<p>b</p>', text: 'a' } },
    { description: { html: '<p>a</p>', text: 'b' } },
    { keySkills: [] },
    { keySkills: ['SQL'] },
    { createdAt: null },
    { createdAt: new Date(0) },
  ];

  it('tells all details from each other', () => {
    const contents = [{}, ...others].map((change) => detailsContentOf({ ...DETAILS, ...change }));
    expect(new Set(contents).size).toBe(others.length + 1);
  });
});

describe('the state of a vacancy', () => {
  it('follows what its source says', () => {
    expect([stateOf(snapshot), stateOf({ ...snapshot, archived: true })]).toEqual(['active', 'archived']);
  });
});

describe('V-3: a batch without duplicates', () => {
  it('holds each vacancy once, with the last word of the source', () => {
    const ids = fc.array(fc.integer({ min: 1, max: 9 }).map(String));
    fc.assert(
      fc.property(ids, (sourceIds) => {
        const batch = sourceIds.map((sourceId, index) => ({ ...snapshot, sourceId, title: `title ${index}` }));
        const kept = withoutDuplicates(batch);
        expect(kept.map(({ sourceId }) => sourceId).sort()).toEqual([...new Set(sourceIds)].sort());
        for (const { sourceId, title } of kept) expect(title).toBe(`title ${sourceIds.lastIndexOf(sourceId)}`);
      }),
    );
  });
});
