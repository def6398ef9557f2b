/** The aggregators we can collect from. The name is stored with every vacancy: never rename one. */
export const SOURCE_NAMES = ['headhunter', 'trudvsem', 'greenhouse'] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];

export const isSourceName = (value: unknown): value is SourceName =>
  (SOURCE_NAMES as readonly unknown[]).includes(value);

/** What superusers write themselves comes from no aggregator. Stored with such vacancies, as the names above are. */
export const OWN = 'own';

/** Where a vacancy may come from; nothing but aggregators can be collected from. */
export type VacancyOrigin = SourceName | typeof OWN;

export const ORIGINS: readonly VacancyOrigin[] = [...SOURCE_NAMES, OWN];

export const isOrigin = (value: unknown): value is VacancyOrigin => (ORIGINS as readonly unknown[]).includes(value);

/** What a source asks of those who use it, and how it is named for what is shown of it. */
export interface SourceTerms {
  /** As it calls itself. */
  readonly title: string;
  /** Where to send readers who ask where a vacancy comes from. */
  readonly attributionUrl: string;
  /** How often it may be asked, all workers together: the most that settings allow at its own address. */
  readonly requestsPerSecond: number;
}

export const SOURCE_TERMS: Readonly<Record<SourceName, SourceTerms>> = {
  headhunter: { title: 'HeadHunter', attributionUrl: 'https://hh.ru', requestsPerSecond: 2 },
  trudvsem: { title: 'Работа России', attributionUrl: 'https://trudvsem.ru', requestsPerSecond: 1 },
  greenhouse: { title: 'Greenhouse', attributionUrl: 'https://www.greenhouse.com', requestsPerSecond: 1 },
};
