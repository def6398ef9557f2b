import type { Reference, Vacancy } from '@job-scope/vacancies-domain';
import type { AnyOf, FacetName, VacancyFilters } from '@job-scope/vacancies-ports';

/** An index entry can be no longer, and no reader asks for such a name. */
const MAX_LENGTH = 600;

const byId = (facet: FacetName, id: string): string => `${facet}:${id}`;
const byName = (facet: FacetName, name: string): string => `${facet}=${name.toLowerCase()}`;

/** What filters may ask of a vacancy: identifiers as they are, names without case. */
export const labelsOf = (vacancy: Vacancy, areaPath: readonly Reference[]): readonly string[] => {
  const { employer, experience, employment, schedule, workFormats, professionalRoles, details } = vacancy;
  const entries: Readonly<Record<Exclude<FacetName, 'source' | 'skill'>, readonly (Reference | null)[]>> = {
    area: areaPath,
    experience: [experience],
    employment: [employment],
    schedule: [schedule],
    workFormat: workFormats,
    professionalRole: professionalRoles,
    employer: employer?.id === null || !employer ? [] : [{ id: employer.id, name: employer.name }],
  };
  const labels = [
    byId('source', vacancy.source),
    testLabel(vacancy.hasTest),
    ...(employer ? [byName('employer', employer.name)] : []),
    ...(details?.keySkills ?? []).map((skill) => byName('skill', skill)),
    ...Object.entries(entries).flatMap(([facet, references]) =>
      references.flatMap((entry) =>
        entry ? [byId(facet as FacetName, entry.id), byName(facet as FacetName, entry.name)] : [],
      ),
    ),
  ];
  return [...new Set(labels)].filter((label) => label.length <= MAX_LENGTH);
};

const testLabel = (hasTest: boolean): string => `hasTest:${hasTest}`;

const anyOf = (facet: FacetName, { ids, names }: AnyOf): readonly string[] => [
  ...ids.map((id) => byId(facet, id)),
  ...names.map((name) => byName(facet, name)),
];

/** For each filter that is given, the labels of which a vacancy must have one. */
export const askedLabels = (filters: VacancyFilters): readonly (readonly string[])[] => {
  const { source, skill, area, employer, professionalRole, experience, employment, schedule } = filters;
  const { workFormat, hasTest } = filters;
  const references = { area, employer, professionalRole, experience, employment, schedule, workFormat };
  return [
    ...(source ? [source.map((name) => byId('source', name))] : []),
    ...(hasTest === undefined ? [] : [[testLabel(hasTest)]]),
    ...(skill ? [skill.map((name) => byName('skill', name))] : []),
    ...Object.entries(references).flatMap(([facet, any]) => (any ? [anyOf(facet as FacetName, any)] : [])),
  ];
};

export const roleLabels = (roles: readonly Reference[]): readonly string[] =>
  roles.map(({ id }) => byId('professionalRole', id));
