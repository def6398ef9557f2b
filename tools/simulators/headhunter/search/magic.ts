import type { AreaDirectory } from '../directories/areas';
import type { QueryParameters } from './parameter-reader';

/** A lone number from here on is taken for a salary. */
const LEAST_SALARY = 1000;

/**
 * What the API does unless `no_magic=true`: `москва бухгалтер 100500` becomes
 * `text=бухгалтер&area=1&salary=100500&only_with_salary=true`. Parameters that are given stay as they are.
 */
export function applyMagic(query: QueryParameters, areas: AreaDirectory): QueryParameters {
  if (query.no_magic === 'true' || typeof query.text !== 'string' || query.text.includes('"')) return query;
  const changes: Record<string, string> = {};
  const words = query.text.split(/\s+/).filter((word) => {
    const area = query.area === undefined && changes.area === undefined ? areas.byName(word) : undefined;
    if (area !== undefined) changes.area = areas.id(area);
    const salary = area === undefined && query.salary === undefined && changes.salary === undefined && isSalary(word);
    if (salary) Object.assign(changes, { salary: word, only_with_salary: 'true' });
    return area === undefined && !salary;
  });
  return Object.keys(changes).length === 0 ? query : { ...query, ...changes, text: words.join(' ') };
}

function isSalary(word: string): boolean {
  return /^\d{4,9}$/.test(word) && Number(word) >= LEAST_SALARY;
}
