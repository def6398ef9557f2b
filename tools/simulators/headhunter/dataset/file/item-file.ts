import { parseMoscow } from '@job-scope/simulator-shared';
import type { Address } from '../vacancy-source';

interface Reference {
  id: string;
  name: string;
}

/** What the simulator reads of a stored item; everything else is passed through as it is. */
export interface StoredItem {
  id: string;
  name: string;
  published_at: string;
  area: Reference;
  employer?: {
    id?: string;
    name: string;
    trusted?: boolean;
    accredited_it_employer?: boolean;
    logo_urls?: Record<string, string> | null;
  } | null;
  salary?: { from: number | null; to: number | null; currency: string; gross: boolean | null } | null;
  address?: Address | null;
  snippet?: { requirement?: string | null; responsibility?: string | null } | null;
  professional_roles?: Reference[];
  experience?: Reference | null;
  employment?: Reference | null;
  employment_form?: Reference | null;
  schedule?: Reference | null;
  work_format?: Reference[] | null;
  accept_temporary?: boolean | null;
  description?: string;
  key_skills?: { name: string }[];
}

/** A file of items that cannot be served; the message says which item and why. */
export class ItemFileError extends Error {}

/** @param text the content of a file `{"items":[…]}` @throws ItemFileError */
export function parseItemFile(text: string): StoredItem[] {
  const items = (parseJson(text) as { items?: unknown } | null)?.items;
  if (!Array.isArray(items))
    throw new ItemFileError('it must hold {"items": […]}, a list of items as a search returns them');
  items.forEach((item, index) => {
    const problem = problemOf(item as Partial<StoredItem> | null);
    if (problem) throw new ItemFileError(`item ${index}: ${problem}`);
  });
  const ids = items.map((item: StoredItem) => item.id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new ItemFileError(`id ${repeated} occurs more than once`);
  return items as StoredItem[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ItemFileError(`it is not JSON: ${(error as Error).message}`);
  }
}

function problemOf(item: Partial<StoredItem> | null): string | undefined {
  if (typeof item !== 'object' || item === null) return 'it is not an object';
  if (typeof item.id !== 'string' || !/^\d+$/.test(item.id)) return 'id must be a string of digits';
  if (typeof item.name !== 'string') return 'name must be a string';
  if (typeof item.area?.id !== 'string' || typeof item.area.name !== 'string') return 'area must have an id and a name';
  if (typeof item.published_at !== 'string' || parseMoscow(item.published_at) === undefined) {
    return 'published_at must look like 2026-11-02T12:00:00+0300';
  }
  return undefined;
}
