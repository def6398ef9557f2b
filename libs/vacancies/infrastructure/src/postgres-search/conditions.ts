import { VACANCY_STATES } from '@job-scope/vacancies-domain';
import type { VacancyFilters } from '@job-scope/vacancies-ports';
import { chordOf, placeOf } from '../geo';
import { askedLabels } from './labels';
import type { TextQuery } from './text-query';

/** Makes a parameter of the statement of a value. */
export type Bind = (value: unknown) => string;

export interface Statement {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** Binds every value once, however often it is used. */
export const parametersOf = (): { readonly parameters: unknown[]; readonly bind: Bind } => {
  const parameters: unknown[] = [];
  return { parameters, bind: (value) => `$${parameters.push(value)}` };
};

/** The condition of the partial indexes. */
export const OPEN = `state = 'active' AND is_canonical`;

/** Whether all open vacancies pass: what they amount to is counted beforehand. */
export const isEverything = (filters: VacancyFilters, text: TextQuery | undefined): boolean =>
  where(filters, text, () => '') === `WHERE ${OPEN}`;

export const where = (filters: VacancyFilters, text: TextQuery | undefined, bind: Bind): string => {
  const conditions = [
    ...stateConditions(filters),
    ...(filters.includeDuplicates ? [] : ['is_canonical']),
    ...(text ? [`tsv @@ ${bind(text.query)}::tsquery`] : []),
    ...askedLabels(filters).map((labels) => `labels && ${bind(labels)}::text[]`),
    ...salaryConditions(filters, bind),
    ...(filters.idFrom === undefined ? [] : [`id >= ${bind(filters.idFrom)}`]),
    ...(filters.publishedFrom ? [`published_at >= ${bind(filters.publishedFrom)}`] : []),
    ...(filters.publishedTo ? [`published_at <= ${bind(filters.publishedTo)}`] : []),
    ...placeConditions(filters, bind),
  ];
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
};

/** Literally, so that the planner sees which partial index holds them. */
const stateConditions = ({ state = ['active'] }: VacancyFilters): readonly string[] => {
  const asked = VACANCY_STATES.filter((each) => state.includes(each));
  if (asked.length === VACANCY_STATES.length) return [];
  return [asked.length === 1 ? `state = '${asked[0]}'` : `state = ANY ('{${asked}}')`];
};

const salaryConditions = ({ salary, onlyWithSalary }: VacancyFilters, bind: Bind): readonly string[] => [
  ...(onlyWithSalary ? ['salary_currency IS NOT NULL'] : []),
  ...(salary ? ['offered_from IS NOT NULL'] : []),
  ...(salary && salary.fromMinor !== null ? [`offered_to >= ${bind(salary.fromMinor)}`] : []),
  ...(salary && salary.toMinor !== null ? [`offered_from <= ${bind(salary.toMinor)}`] : []),
];

const placeConditions = ({ within, near }: VacancyFilters, bind: Bind): readonly string[] => {
  const conditions: string[] = [];
  if (within) {
    const { north, south, west, east } = within;
    const joined = west <= east ? 'AND' : 'OR';
    conditions.push(`lat BETWEEN ${bind(south)} AND ${bind(north)}`);
    conditions.push(`(lng >= ${bind(west)} ${joined} lng <= ${bind(east)})`);
  }
  if (near) {
    const [centre, chord] = [`${bind(placeOf(near.point))}::public.cube`, bind(chordOf(near.radiusMetres))];
    conditions.push(`place <@ cube_enlarge(${centre}, ${chord}::float8, 3)`);
    conditions.push(`place <-> ${centre} <= ${chord}::float8`);
  }
  return conditions;
};
