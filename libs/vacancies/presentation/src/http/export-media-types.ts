import type { ExportFormat } from '@job-scope/vacancies-application';

/** As HTTP names the formats of exports. */
export const EXPORT_MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
} as const satisfies Record<ExportFormat, string>;
