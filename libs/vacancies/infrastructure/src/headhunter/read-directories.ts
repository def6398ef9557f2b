import type { AreaNode } from '@job-scope/vacancies-domain';
import { isoCurrencyOf } from './map-salary';

/** What a directory says of an entry; nothing is sure to be there. */
type Told = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Told[] =>
  Array.isArray(value) ? value.filter((each): each is Told => typeof each === 'object' && each !== null) : [];

/** Tolerant: an entry that is not as documented is left out, with all that lies in it. */
const idOf = ({ id }: Told): string | undefined =>
  typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;

/** Each area after the one that it lies in. */
export const readAreas = (body: unknown): readonly AreaNode[] | undefined => {
  const nodes: AreaNode[] = [];
  const walk = (told: Told, parentId: string | null): void => {
    const id = idOf(told);
    if (id === undefined || typeof told['name'] !== 'string') return;
    nodes.push({ id, parentId, name: told['name'] });
    for (const child of listOf(told['areas'])) walk(child, id);
  };
  for (const root of listOf(body)) walk(root, null);
  return nodes.length > 0 ? nodes : undefined;
};

/** Identifiers of all roles: each once, though it may be in several categories. */
export const readRoles = (body: unknown): readonly string[] | undefined => {
  const { categories } = (body ?? {}) as Told;
  const ids = listOf(categories)
    .flatMap(({ roles }) => listOf(roles).map(idOf))
    .filter((id) => id !== undefined);
  return ids.length > 0 ? [...new Set(ids)] : undefined;
};

/**
 * How much of each currency one rouble buys, by its code of ISO 4217: the dictionary's `rate` is the same way round as our
 * table (RUR 1, USD 0.016311, KZT 7.809145 in the API's own example), and is not turned over.
 */
export const readRates = (body: unknown): ReadonlyMap<string, number> | undefined => {
  const { currency } = (body ?? {}) as Told;
  const rates = listOf(currency).flatMap(({ code, rate }) =>
    typeof code === 'string' && typeof rate === 'number' ? [[isoCurrencyOf(code), rate] as const] : [],
  );
  return rates.length > 0 ? new Map(rates) : undefined;
};
