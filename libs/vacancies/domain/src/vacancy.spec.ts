import fc from 'fast-check';
import { contentOf, stateOf, withoutDuplicates, type VacancySnapshot } from './vacancy';

const snapshot: VacancySnapshot = {
  source: 'headhunter',
  sourceId: '1',
  title: 'Программист 1С',
  url: 'https://hh.example/vacancy/1',
  applyUrl: null,
  employer: { id: '7', name: 'Ветреный Каштан' },
  area: { id: '1', name: 'Москва' },
  salary: { fromMinor: 8_500_000, toMinor: null, currency: 'RUB', gross: false, period: 'month' },
  experience: { id: 'between1And3', name: 'От 1 года до 3 лет' },
  employment: { id: 'full', name: 'Полная занятость' },
  schedule: { id: 'fullDay', name: 'Полный день' },
  professionalRoles: [{ id: '96', name: 'Программист, разработчик' }],
  requirement: 'Опыт от года',
  responsibility: null,
  hasTest: false,
  archived: false,
  publishedAt: new Date('2026-11-01T09:00:00Z'),
  raw: { id: '1' },
};

const changes: readonly Partial<VacancySnapshot>[] = [
  { title: 'Программист' },
  { url: 'https://hh.example/vacancy/2' },
  { applyUrl: 'https://hh.example/apply' },
  { employer: null },
  { employer: { id: null, name: 'Ветреный Каштан' } },
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

  it('is the same whatever the source adds to its payload', () => {
    fc.assert(fc.property(fc.jsonValue(), (raw) => expect(contentOf({ ...snapshot, raw })).toBe(contentOf(snapshot))));
  });
});

describe('the state of a vacancy', () => {
  it('follows what its source says', () => {
    expect([stateOf(snapshot), stateOf({ ...snapshot, archived: true })]).toEqual(['active', 'archived']);
  });
});

describe('a batch without duplicates', () => {
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
