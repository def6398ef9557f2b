import { toVacancyHitView, type VacancyHitView } from './vacancy-hit.view';
import type { VacancyHit } from '@job-scope/vacancies-ports';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What an exported file begins with. Excel takes UTF-8 for what it is only behind a byte order mark. */
export const exportHead = (format: ExportFormat): string =>
  format === 'csv' ? `\uFEFF${COLUMNS.map(([name]) => name).join(',')}\r\n` : '';

/** The lines of these vacancies, each with its end. */
export const exportLines = (format: ExportFormat, hits: readonly VacancyHit[]): string =>
  hits.map((hit) => (format === 'csv' ? csvLine : jsonLine)(toVacancyHitView(hit))).join('');

/** JSON has no line breaks outside of strings, where they are escaped. */
const jsonLine = ({ highlights: _, ...hit }: VacancyHitView): string => `${JSON.stringify(hit)}\n`;

/** RFC 4180. */
const csvLine = (hit: VacancyHitView): string => `${COLUMNS.map(([, valueOf]) => cellOf(valueOf(hit))).join(',')}\r\n`;

type Cell = string | number | boolean | null | undefined;

const cellOf = (value: Cell): string => {
  const text = typeof value === 'string' ? withoutFormula(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * Spreadsheets calculate what begins like a formula, and anybody can put one into a vacancy. An apostrophe in front makes
 * it a text; a text that has one gets another, so that whoever takes one away from the front has the text as it was.
 */
const withoutFormula = (text: string): string => (/^(?:['\t\r\n]|\s*[=+\-@＝＋－＠])/u.test(text) ? `'${text}` : text);

/** Several in one cell. */
const listOf = (values: readonly string[]): string => values.join('; ');

const namesOf = (references: VacancyHitView['workFormats']): string => listOf(references.map(({ name }) => name));

/** Names and order are a contract with whoever reads the files: new ones come at the end. */
const COLUMNS: readonly (readonly [name: string, valueOf: (hit: VacancyHitView) => Cell])[] = [
  ['id', ({ id }) => id],
  ['source', ({ source }) => source],
  ['sourceId', ({ sourceId }) => sourceId],
  ['title', ({ title }) => title],
  ['url', ({ url }) => url],
  ['state', ({ state }) => state],
  ['publishedAt', ({ publishedAt }) => publishedAt.toISOString()],
  ['employerId', ({ employer }) => employer?.id],
  ['employer', ({ employer }) => employer?.name],
  ['areaId', ({ area }) => area?.id],
  ['area', ({ area }) => area?.name],
  ['salaryFrom', ({ salary }) => salary?.from],
  ['salaryTo', ({ salary }) => salary?.to],
  ['salaryCurrency', ({ salary }) => salary?.currency],
  ['salaryGross', ({ salary }) => salary?.gross],
  ['salaryPeriod', ({ salary }) => salary?.period],
  ['monthlySalaryFrom', ({ monthlySalary }) => monthlySalary?.from],
  ['monthlySalaryTo', ({ monthlySalary }) => monthlySalary?.to],
  ['monthlySalaryCurrency', ({ monthlySalary }) => monthlySalary?.currency],
  ['experience', ({ experience }) => experience?.name],
  ['employment', ({ employment }) => employment?.name],
  ['schedule', ({ schedule }) => schedule?.name],
  ['workFormats', ({ workFormats }) => namesOf(workFormats)],
  ['professionalRoles', ({ professionalRoles }) => namesOf(professionalRoles)],
  ['keySkills', ({ keySkills }) => listOf(keySkills)],
  ['hasTest', ({ hasTest }) => hasTest],
  ['requirement', ({ requirement }) => requirement],
  ['responsibility', ({ responsibility }) => responsibility],
  ['lat', ({ point }) => point?.lat],
  ['lng', ({ point }) => point?.lng],
  ['distanceMetres', ({ distanceMetres }) => distanceMetres],
];
