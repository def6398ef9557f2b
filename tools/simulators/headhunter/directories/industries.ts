import data from './data/industries.json';
import type { Locale } from './locale';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly en: string;
}

const LEAVES: readonly Named[] = data.flatMap((branch) => branch.industries);
const IDS = new Set([...data.map((branch) => branch.id), ...LEAVES.map((leaf) => leaf.id)]);

const named = ({ id, name, en }: Named, locale: Locale) => ({ id, name: locale === 'EN' ? en : name });

/** Ids such as `7.540`, in their published order. */
export const INDUSTRY_IDS: readonly string[] = LEAVES.map((leaf) => leaf.id);

export function isIndustry(id: string): boolean {
  return IDS.has(id);
}

/** Whether a leaf (`7.540`) is meant by a filter (`7.540` itself, or its branch `7`). */
export function industryMatches(leaf: string, filter: string): boolean {
  return leaf === filter || leaf.startsWith(`${filter}.`);
}

export function industryReference(leaf: string, locale: Locale): { id: string; name: string } {
  return named(LEAVES.find((candidate) => candidate.id === leaf) as Named, locale);
}

/** The body of /industries. */
export function industries(locale: Locale): unknown[] {
  return data.map((branch) => ({
    ...named(branch, locale),
    industries: branch.industries.map((leaf) => named(leaf, locale)),
  }));
}
