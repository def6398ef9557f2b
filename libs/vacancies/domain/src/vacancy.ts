import type { MonthlySalary } from './monthly-salary';
import type { Salary } from './salary';
import type { VacancyOrigin } from './source';
import type { Address, Employer, Reference, VacancyDetails } from './vacancy-parts';

/** What a source says of one vacancy at one moment. */
export interface VacancySnapshot {
  readonly source: VacancyOrigin;
  /** The source's own identifier, as text: some exceed 32 bits, some are no numbers. */
  readonly sourceId: string;
  readonly title: string;
  /** The page for people; where a reader is sent for attribution. */
  readonly url: string;
  readonly applyUrl: string | null;
  readonly employer: Employer | null;
  readonly area: Reference | null;
  readonly address: Address | null;
  readonly salary: Salary | null;
  /** Open, anonymous and the like, as the source sorts them. */
  readonly type: Reference | null;
  readonly experience: Reference | null;
  readonly employment: Reference | null;
  readonly schedule: Reference | null;
  /** On site, remote and the like; several may be offered. */
  readonly workFormats: readonly Reference[];
  readonly professionalRoles: readonly Reference[];
  /** Plain text: markup of the source is stripped at the edge. */
  readonly requirement: string | null;
  readonly responsibility: string | null;
  readonly hasTest: boolean;
  readonly responseLetterRequired: boolean;
  readonly acceptsIncompleteResumes: boolean;
  readonly archived: boolean;
  readonly publishedAt: Date;
  /** Null if this answer could not tell them: those that are known stay. */
  readonly details: VacancyDetails | null;
  /** The payload as received, so that a mapping mistake can be repaired without collecting again. */
  readonly raw: unknown;
}

/** A vacancy has a life: open, closed by its source, or no longer to be found there. */
export const VACANCY_STATES = ['active', 'archived', 'gone'] as const;
export type VacancyState = (typeof VACANCY_STATES)[number];

/** A stored vacancy. */
export interface Vacancy extends Omit<VacancySnapshot, 'archived'> {
  /** UUIDv7. */
  readonly id: string;
  readonly state: VacancyState;
  /** Null if there is no salary, or none that can be compared. */
  readonly monthlySalary: MonthlySalary | null;
  /** Equal for duplicates; null if none can be recognised. */
  readonly duplicateKey: string | null;
  /** Grows by one with every stored change; versions the search document. */
  readonly revision: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly changedAt: Date;
}

/** Why nobody may see a stored vacancy. What was deleted stays as a mark, so that no collection brings it back. */
export type Withholding = 'hidden' | 'deleted';

export const stateOf = (snapshot: VacancySnapshot): VacancyState => (snapshot.archived ? 'archived' : 'active');

/**
 * The content whose change makes a new revision, in a fixed order. `raw` is left out: sources add fields and counters
 * without notice, and that is no change of the vacancy. The details have a content of their own.
 */
export const contentOf = (snapshot: VacancySnapshot): string => {
  const { salary, employer, address } = snapshot;
  return JSON.stringify([
    snapshot.title,
    snapshot.url,
    snapshot.applyUrl,
    employer && [employer.id, employer.name, employer.url, employer.trusted, employer.accreditedIt],
    pairOf(snapshot.area),
    address && addressContent(address),
    salary && [salary.fromMinor, salary.toMinor, salary.currency, salary.gross, salary.period],
    pairOf(snapshot.type),
    pairOf(snapshot.experience),
    pairOf(snapshot.employment),
    pairOf(snapshot.schedule),
    snapshot.workFormats.map(pairOf),
    snapshot.professionalRoles.map(pairOf),
    snapshot.requirement,
    snapshot.responsibility,
    snapshot.hasTest,
    snapshot.responseLetterRequired,
    snapshot.acceptsIncompleteResumes,
    snapshot.archived,
    snapshot.publishedAt.getTime(),
  ]);
};

/** The content of the details, apart: an answer that does not tell them says nothing of their change. */
export const detailsContentOf = ({ description, keySkills, createdAt }: VacancyDetails): string =>
  JSON.stringify([description && [description.html, description.text], keySkills, createdAt && createdAt.getTime()]);

const pairOf = (reference: Reference | null) => reference && [reference.id, reference.name];

const addressContent = ({ city, street, building, description, text, point, metro }: Address) => [
  ...[city, street, building, description, text, point && [point.lat, point.lng]],
  metro.map((station) => [
    station.id,
    station.name,
    pairOf(station.line),
    station.point && [station.point.lat, station.point.lng],
  ]),
];

/** Drops repeated vacancies of one batch; the last word of the source counts. One statement cannot upsert a row twice. */
export const withoutDuplicates = (batch: readonly VacancySnapshot[]): readonly VacancySnapshot[] => [
  ...new Map(batch.map((snapshot) => [`${snapshot.source}\n${snapshot.sourceId}`, snapshot])).values(),
];
