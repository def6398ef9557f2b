import type { VacancySource } from '../dataset/vacancy-source';
import { dictionaryEntry, dictionaryIds, type DictionaryName } from '../directories/dictionaries';
import type { Locale } from '../directories/locale';
import { rolePosition, roleReference } from '../directories/professional-roles';
import type { QueryParameters } from './parameter-reader';
import { searchUrl } from './search-url';

type Describe = (value: string, source: VacancySource, locale: Locale) => string | null;

/** Known parameters, the cluster they belong to, and how their values read. */
const ARGUMENTS: Record<string, { cluster?: string; describe?: Describe }> = {
  text: {},
  search_field: { describe: inDictionary('vacancy_search_fields') },
  area: { cluster: 'area', describe: areaName },
  metro: { cluster: 'metro' },
  professional_role: { cluster: 'professional_role', describe: roleName },
  industry: { cluster: 'industry' },
  employer_id: { describe: employerName },
  experience: { cluster: 'experience', describe: inDictionary('experience') },
  employment: { cluster: 'employment', describe: inDictionary('employment') },
  schedule: { cluster: 'schedule', describe: inDictionary('schedule') },
  employment_form: { describe: inDictionary('employment_form') },
  work_format: { describe: inDictionary('work_format') },
  label: { cluster: 'label', describe: inDictionary('vacancy_label') },
  salary: { cluster: 'salary', describe: (value) => `от ${value}` },
  only_with_salary: { cluster: 'salary', describe: (value) => (value === 'true' ? 'Указана зарплата' : null) },
  currency: {},
  period: {},
  date_from: {},
  date_to: {},
  top_lat: {},
  bottom_lat: {},
  left_lng: {},
  right_lng: {},
  order_by: { describe: inDictionary('vacancy_search_order') },
  sort_point_lat: {},
  sort_point_lng: {},
  part_time: {},
  no_magic: {},
  host: {},
  per_page: {},
  page: {},
};

/** The `arguments` of a search: each parameter in words, with the address of the search without it. */
export function argumentsOf(query: QueryParameters, source: VacancySource, locale: Locale): unknown[] {
  return Object.entries(ARGUMENTS).flatMap(([argument, { cluster, describe }]) => {
    const values = [query[argument] ?? []].flat().filter((value) => value !== '');
    return values.map((value) => ({
      argument,
      value,
      value_description: describe?.(value, source, locale) ?? null,
      disable_url: searchUrl(query, { [argument]: values.filter((other) => other !== value) }),
      cluster_group: cluster ? dictionaryEntry('vacancy_cluster', cluster, locale) : null,
    }));
  });
}

function inDictionary(name: DictionaryName): Describe {
  return (value, _, locale) => (dictionaryIds(name).includes(value) ? dictionaryEntry(name, value, locale).name : null);
}

function areaName(value: string, { areas }: VacancySource, locale: Locale): string | null {
  const position = areas.position(value);
  return position === undefined ? null : areas.name(position, locale);
}

function roleName(value: string, _: VacancySource, locale: Locale): string | null {
  const position = rolePosition(value);
  return position === undefined ? null : roleReference(position, locale).name;
}

function employerName(value: string, { employers }: VacancySource): string | null {
  const position = employers.position(value);
  return position === undefined ? null : employers.at(position).name;
}
