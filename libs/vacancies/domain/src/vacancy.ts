import type { Salary } from './salary';
import type { SourceName } from './source';

/** A dictionary entry of the source: its identifier, which is stable, and a name, which is for people. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/** Who hires. `id` is null for an anonymous vacancy. */
export interface Employer {
  readonly id: string | null;
  readonly name: string;
}

/** What a source says of one vacancy at one moment. */
export interface VacancySnapshot {
  readonly source: SourceName;
  /** The source's own identifier, as text: some exceed 32 bits, some are no numbers. */
  readonly sourceId: string;
  readonly title: string;
  /** The page for people; where a reader is sent for attribution. */
  readonly url: string;
  readonly applyUrl: string | null;
  readonly employer: Employer | null;
  readonly area: Reference | null;
  readonly salary: Salary | null;
  readonly experience: Reference | null;
  readonly employment: Reference | null;
  readonly schedule: Reference | null;
  readonly professionalRoles: readonly Reference[];
  /** Plain text: markup of the source is stripped at the edge. */
  readonly requirement: string | null;
  readonly responsibility: string | null;
  readonly hasTest: boolean;
  readonly archived: boolean;
  readonly publishedAt: Date;
  /** The payload as received, so that a mapping mistake can be repaired without collecting again. */
  readonly raw: unknown;
}

/** A vacancy has a life: open, closed by its source, or no longer to be found there. */
export type VacancyState = 'active' | 'archived' | 'gone';

/** A stored vacancy. */
export interface Vacancy extends Omit<VacancySnapshot, 'archived'> {
  /** UUIDv7. */
  readonly id: string;
  readonly state: VacancyState;
  /** Grows by one with every stored change; versions the search document. */
  readonly revision: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly changedAt: Date;
}

export const stateOf = (snapshot: VacancySnapshot): VacancyState => (snapshot.archived ? 'archived' : 'active');

/**
 * The content whose change makes a new revision, in a fixed order. `raw` is left out: sources add fields and counters
 * without notice, and that is no change of the vacancy.
 */
export const contentOf = (snapshot: VacancySnapshot): string => {
  const { salary, employer, area, experience, employment, schedule } = snapshot;
  return JSON.stringify([
    snapshot.title,
    snapshot.url,
    snapshot.applyUrl,
    employer && [employer.id, employer.name],
    area && [area.id, area.name],
    salary && [salary.fromMinor, salary.toMinor, salary.currency, salary.gross, salary.period],
    experience && [experience.id, experience.name],
    employment && [employment.id, employment.name],
    schedule && [schedule.id, schedule.name],
    snapshot.professionalRoles.map((role) => [role.id, role.name]),
    snapshot.requirement,
    snapshot.responsibility,
    snapshot.hasTest,
    snapshot.archived,
    snapshot.publishedAt.getTime(),
  ]);
};

/** Drops repeated vacancies of one batch; the last word of the source counts. One statement cannot upsert a row twice. */
export const withoutDuplicates = (batch: readonly VacancySnapshot[]): readonly VacancySnapshot[] => [
  ...new Map(batch.map((snapshot) => [`${snapshot.source}\n${snapshot.sourceId}`, snapshot])).values(),
];
