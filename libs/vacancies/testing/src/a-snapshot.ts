import type { VacancySnapshot } from '@job-scope/vacancies-domain';

/** What a source says of a vacancy, complete and unremarkable but for `changes`. */
export const aSnapshot = (changes: Partial<VacancySnapshot> & Pick<VacancySnapshot, 'sourceId'>): VacancySnapshot => ({
  source: 'headhunter',
  title: `Vacancy ${changes.sourceId}`,
  url: `https://example.org/vacancy/${changes.sourceId}`,
  applyUrl: null,
  employer: { id: '1455', name: 'HeadHunter' },
  area: { id: '1', name: 'Москва' },
  salary: { fromMinor: 10_000_000, toMinor: null, currency: 'RUB', gross: false, period: 'month' },
  experience: null,
  employment: null,
  schedule: null,
  professionalRoles: [{ id: '96', name: 'Программист, разработчик' }],
  requirement: null,
  responsibility: null,
  hasTest: false,
  archived: false,
  publishedAt: new Date('2026-01-01T00:00:00Z'),
  raw: { id: changes.sourceId },
  ...changes,
});
