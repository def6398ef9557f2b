import type { Salary } from './salary';
import type { Vacancy, VacancyState } from './vacancy';

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** What readers of a vacancy would notice between two of its revisions; null where nothing changed. */
export interface VacancyChange {
  /** The revision that the change made. */
  readonly revision: number;
  readonly at: Date;
  readonly title: Change<string> | null;
  readonly salary: Change<Salary | null> | null;
  /** The text that was replaced; the one in its place is the next one's `before`, or still the vacancy's. */
  readonly description: { readonly before: string | null } | null;
  readonly state: Change<VacancyState> | null;
}

/** Undefined if readers would notice nothing. A description that was not known before has not changed by being told. */
export const changeBetween = (before: Vacancy, after: Vacancy): VacancyChange | undefined => {
  const change = {
    title: before.title === after.title ? null : { before: before.title, after: after.title },
    salary: isSameSalary(before.salary, after.salary) ? null : { before: before.salary, after: after.salary },
    description: descriptionChange(before, after),
    state: before.state === after.state ? null : { before: before.state, after: after.state },
  };
  if (Object.values(change).every((part) => part === null)) return undefined;
  return { revision: after.revision, at: after.changedAt, ...change };
};

const isSameSalary = (a: Salary | null, b: Salary | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.fromMinor === b.fromMinor &&
    a.toMinor === b.toMinor &&
    a.currency === b.currency &&
    a.gross === b.gross &&
    a.period === b.period);

const descriptionChange = ({ details: before }: Vacancy, { details: after }: Vacancy): VacancyChange['description'] => {
  if (!before || !after) return null;
  const text = before.description?.text ?? null;
  return text === (after.description?.text ?? null) ? null : { before: text };
};
