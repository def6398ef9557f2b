import type { Employer, VacancySnapshot } from '@job-scope/vacancies-domain';

/** Of whom no more is known. */
export const anEmployer = (id: string | null, name: string): Employer => ({
  ...{ id, name, url: null, trusted: null, accreditedIt: null },
});

/** What a source says of a vacancy, complete and unremarkable but for `changes`. */
export const aSnapshot = (changes: Partial<VacancySnapshot> & Pick<VacancySnapshot, 'sourceId'>): VacancySnapshot => ({
  source: 'headhunter',
  title: `Vacancy ${changes.sourceId}`,
  url: `https://example.org/vacancy/${changes.sourceId}`,
  applyUrl: null,
  employer: anEmployer('1455', 'HeadHunter'),
  area: { id: '1', name: 'Москва' },
  address: null,
  salary: { fromMinor: 10_000_000, toMinor: null, currency: 'RUB', gross: false, period: 'month' },
  type: null,
  experience: null,
  employment: null,
  schedule: null,
  workFormats: [],
  professionalRoles: [{ id: '96', name: 'Программист, разработчик' }],
  requirement: null,
  responsibility: null,
  hasTest: false,
  responseLetterRequired: false,
  acceptsIncompleteResumes: false,
  archived: false,
  publishedAt: new Date('2026-01-01T00:00:00Z'),
  details: null,
  raw: { id: changes.sourceId },
  ...changes,
});
