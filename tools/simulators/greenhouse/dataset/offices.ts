import { Weighted, type JsonObject } from '@job-scope/simulator-shared';
import { showBranch, type Branch } from './tree';

export interface Office extends Branch {
  /** As the address of the office says it; null for a region. */
  readonly location: string | null;
}

export interface WorkingOffice extends Office {
  /** What a job there calls its place: free text, in the language of the job. */
  readonly place: string;
  readonly currency: string;
  /** Pay of a year in that currency against a ruble a month in Moscow. */
  readonly yearly: number;
  readonly weight: number;
  /** A place for jobs in Russian. */
  readonly russian?: true;
}

const OFFICES: readonly WorkingOffice[] = [
  office('New York City', 'North America', 'New York, NY, United States', 'New York, NY', 'USD', 0.5, 25),
  office('San Francisco', 'North America', 'San Francisco, CA, United States', 'San Francisco, CA', 'USD', 0.55, 15),
  office('Remote US', 'North America', 'United States', 'Remote - US', 'USD', 0.45, 15),
  office('London', 'EMEA', 'London, England, United Kingdom', 'London, UK', 'GBP', 0.28, 12),
  office('Berlin', 'EMEA', 'Berlin, Germany', 'Berlin, Germany; Remote - EU', 'EUR', 0.25, 12),
  office('Amsterdam', 'EMEA', 'Amsterdam, Netherlands', 'Amsterdam', 'EUR', 0.26, 8),
  office('Warsaw', 'EMEA', 'Warsaw, Poland', 'Warszawa, Polska', 'PLN', 0.8, 6),
  { ...office('Belgrade', 'EMEA', 'Belgrade, Serbia', 'Белград, Сербия', 'EUR', 0.15, 3), russian: true },
  { ...office('Almaty', 'EMEA', 'Almaty, Kazakhstan', 'Алматы, Казахстан', 'KZT', 60, 3), russian: true },
  { ...office('Tbilisi', 'EMEA', 'Tbilisi, Georgia', 'Тбилиси (гибрид)', 'USD', 0.16, 2), russian: true },
];

const REGIONS: readonly Office[] = [
  { name: 'North America', location: null },
  { name: 'EMEA', location: null },
];
const TREE: readonly Office[] = [...REGIONS, ...OFFICES];
const BASE = 500;

const choiceOf = (russian: boolean) =>
  new Weighted(
    OFFICES.filter((each) => (each.russian ?? false) === russian),
    ({ weight }) => weight,
  );

export const ENGLISH_OFFICES = choiceOf(false);
export const RUSSIAN_OFFICES = choiceOf(true);

/** The office and the region that it lies in. */
export function showOffices(shown: WorkingOffice, board: number): JsonObject[] {
  return TREE.filter((each) => each === shown || each.name === shown.parent).map((each) => {
    const { id, name, parent_id, child_ids } = showBranch(TREE, each, board, BASE);
    return { id, name, location: each.location, child_ids, parent_id };
  });
}

function office(
  name: string,
  parent: string,
  location: string,
  place: string,
  currency: string,
  yearly: number,
  weight: number,
): WorkingOffice {
  return { name, parent, location, place, currency, yearly, weight };
}
