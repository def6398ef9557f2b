import type { QueryParameters } from './parameter-reader';

/** The address of the same search with some parameters changed; undefined takes a parameter out. */
export function searchUrl(
  query: QueryParameters,
  changes: Record<string, string | readonly string[] | undefined>,
): string {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries({ ...query, page: undefined, ...changes })) {
    for (const value of [values ?? []].flat()) parameters.append(name, value);
  }
  return `https://api.hh.ru/vacancies?${parameters}`;
}
