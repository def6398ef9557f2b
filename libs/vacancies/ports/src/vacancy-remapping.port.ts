import { portToken, type Result } from '@job-scope/kernel';
import type { SourceName, VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RejectedItem } from './vacancy-source.port';

/** The payloads of one vacancy, as they were received. */
export interface VacancyPayload {
  readonly id: string;
  readonly revision: number;
  readonly raw: unknown;
  /** What told the details, if they came by an answer of their own; else null. */
  readonly detailsRaw: unknown;
}

export interface PayloadPageRequest {
  readonly source: SourceName;
  /** The identifier to go on behind; null begins. */
  readonly after: string | null;
  readonly limit: number;
}

/** The payload of an item that could not be understood when it came. */
export interface RejectedPayload {
  readonly sourceId: string;
  readonly runId: string;
  readonly raw: unknown;
  readonly rejectedAt: Date;
}

/** Reads the payloads of stored vacancies, and of items that could not be stored. */
export interface VacancyPayloads {
  /** In the order of their identifiers. */
  page(request: PayloadPageRequest): Promise<readonly VacancyPayload[]>;
  /** In the order of their identifiers at the source, which `after` is one of. */
  rejected(request: PayloadPageRequest): Promise<readonly RejectedPayload[]>;
}

/** Understands the payloads of one source without asking it. */
export interface VacancyRemapper {
  readonly name: SourceName;
  /** What the adapter would make of the payloads if they were received today. */
  remap(payload: Pick<VacancyPayload, 'raw' | 'detailsRaw'>): Result<VacancySnapshot, RemapFailure>;
}

export type RemapFailure = Omit<RejectedItem, 'raw'> & { readonly code: 'source.item-not-understood' };

export type VacancyRemappers = ReadonlyMap<SourceName, VacancyRemapper>;

export const VACANCY_PAYLOADS = portToken<VacancyPayloads>('vacancies/VacancyPayloads');
export const VACANCY_REMAPPERS = portToken<VacancyRemappers>('vacancies/VacancyRemappers');
