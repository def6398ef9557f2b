import type { ExportedSearch, VacancyExport } from '@job-scope/vacancies-ports';
import { storableJson } from './storable';

export interface ExportRow {
  readonly id: string;
  readonly owner_id: string;
  readonly format: VacancyExport['format'];
  readonly search: StoredSearch;
  readonly status: VacancyExport['status'];
  readonly next: VacancyExport['next'];
  readonly rows: string;
  readonly bytes: string;
  readonly total: string | null;
  readonly failure: string | null;
  readonly failed_steps: number;
  readonly requested_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly available_at: Date;
  readonly expires_at: Date | null;
}

/** JSON has no moments. */
type StoredSearch = Omit<ExportedSearch, 'publishedFrom' | 'publishedTo'> & {
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
};

/** In the order of `exportValues`. */
export const EXPORT_COLUMNS = [
  ...['id', 'owner_id', 'format', 'search', 'status', 'next', 'rows', 'bytes', 'total', 'failure', 'failed_steps'],
  ...['requested_at', 'started_at', 'finished_at', 'available_at', 'expires_at'],
];

export const exportValues = (made: VacancyExport): readonly unknown[] => [
  ...[made.id, made.ownerId, made.format, storableJson(made.search), made.status],
  ...[made.next && storableJson(made.next), made.rows, made.bytes, made.total, made.failure, made.failedSteps],
  ...[made.requestedAt, made.startedAt, made.finishedAt, made.availableAt, made.expiresAt],
];

export const toExport = (row: ExportRow): VacancyExport => ({
  id: row.id,
  ownerId: row.owner_id,
  format: row.format,
  search: toSearch(row.search),
  status: row.status,
  next: row.next,
  rows: Number(row.rows),
  bytes: Number(row.bytes),
  total: row.total === null ? null : Number(row.total),
  failure: row.failure,
  failedSteps: row.failed_steps,
  requestedAt: row.requested_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  availableAt: row.available_at,
  expiresAt: row.expires_at,
});

const toSearch = ({ publishedFrom, publishedTo, ...search }: StoredSearch): ExportedSearch => ({
  ...search,
  ...(publishedFrom !== undefined && { publishedFrom: new Date(publishedFrom) }),
  ...(publishedTo !== undefined && { publishedTo: new Date(publishedTo) }),
});
