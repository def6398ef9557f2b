import type { ExportFormat } from '@job-scope/vacancies-application';

/** As HTTP names the formats of exports. */
export const EXPORT_MEDIA_TYPES = {
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
} as const satisfies Record<ExportFormat, string>;
