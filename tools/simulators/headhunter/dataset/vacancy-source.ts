import type { JsonObject } from '@job-scope/simulator-shared';
import type { AreaDirectory } from '../directories/areas';
import type { Host, Locale } from '../directories/locale';
import type { MetroStation } from '../directories/metro';
import type { ColumnValues } from './columns';
import type { EmployerDirectory } from './employer-directory';

export interface Address {
  city: string | null;
  street: string | null;
  building: string | null;
  lat: number | null;
  lng: number | null;
  description: string | null;
  raw: string | null;
  metro: MetroStation | null;
  metro_stations: MetroStation[];
  id: string | null;
}

/** The phrases of each field that a text search can look in. */
export interface VacancyText {
  name: readonly string[];
  company_name: readonly string[];
  description: readonly string[];
}

/** What belongs to one appearance of a vacancy and not to its content: a restored one gets a new face. */
export interface Face {
  id: string;
  /** Seconds since the epoch. */
  publishedAt: number;
  archived: boolean;
}

/** How a client wants vacancies shown. */
export interface View {
  locale: Locale;
  host: Host;
  /** Marks matched words in a snippet. */
  highlight?: (text: string) => string;
  /** `order_by=distance` shows the distance in metres from here. */
  sortPoint?: { lat: number; lng: number };
  /** `responses_count_enabled` */
  counters?: boolean;
}

/**
 * Where vacancies come from: invented from a seed, or read from a file. A vacancy is a row number;
 * only its `facts` are kept in memory, the rest is made when it is shown.
 */
export interface VacancySource {
  readonly size: number;
  readonly areas: AreaDirectory;
  readonly employers: EmployerDirectory;
  /** Lower-case words that occur in titles, for correcting typos. */
  readonly vocabulary: ReadonlySet<string>;
  /** Ids go on beyond `size`, for vacancies that are inserted later. */
  idOf(row: number): string;
  rowOf(id: string): number | undefined;
  /** The row whose content an inserted row beyond `size` shows; undefined when there is nothing to show. */
  contentOf(row: number): number | undefined;
  facts(row: number): ColumnValues;
  text(row: number): VacancyText;
  address(row: number): Address | null;
  item(row: number, face: Face, view: View): JsonObject;
  detail(row: number, face: Face, view: View): JsonObject;
}
