import type { ExportFormat } from '@job-scope/vacancies-application';

/** As HTTP names the formats of exports. */
export const EXPORT_MEDIA_TYPES = {
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
} as const satisfies Record<ExportFormat, string>;

/** How an answer is documented that is such a file. */
export const EXPORT_FILE = {
  description: 'The vacancies in full: an answer that breaks off is not the whole list.',
  content: {
    [EXPORT_MEDIA_TYPES.csv]: { schema: { type: 'string' } },
    [EXPORT_MEDIA_TYPES.jsonl]: { schema: { type: 'string' } },
  },
} as const;
