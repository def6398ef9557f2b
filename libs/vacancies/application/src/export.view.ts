import type { LinkSigner, VacancyExport } from '@job-scope/vacancies-ports';

/** Leads to the file of an export until it expires. */
export interface ExportLinkView {
  readonly expiresAt: Date;
  readonly signature: string;
}

export interface ExportView {
  readonly id: string;
  readonly format: 'csv' | 'jsonl';
  readonly status: 'requested' | 'running' | 'succeeded' | 'failed';
  readonly rows: number;
  readonly bytes: number;
  /** Null before it began, and when there were too many to count. */
  readonly total: number | null;
  readonly failure: string | null;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** From then on it is no more. */
  readonly expiresAt: Date | null;
  /** Null until the file is ready. */
  readonly link: ExportLinkView | null;
}

/** Who has a link needs nothing else, and links get passed on: a new one can be had as long as there is the file. */
const LINK_MS = 15 * 60_000;

export const toExportView = (made: VacancyExport, signer: LinkSigner, now: Date): ExportView => ({
  id: made.id,
  format: made.format,
  status: made.status,
  rows: made.rows,
  bytes: made.bytes,
  total: made.total,
  failure: made.failure,
  requestedAt: made.requestedAt,
  startedAt: made.startedAt,
  finishedAt: made.finishedAt,
  expiresAt: made.expiresAt,
  link: made.status === 'succeeded' ? linkOf(made, signer, now) : null,
});

const linkOf = ({ id, expiresAt: end }: VacancyExport, signer: LinkSigner, now: Date): ExportLinkView => {
  const seconds = Math.floor(Math.min(now.getTime() + LINK_MS, end?.getTime() ?? Infinity) / 1000);
  const expiresAt = new Date(seconds * 1000);
  return { expiresAt, signature: signer.sign(linkText(id, expiresAt)) };
};

/** What the signature of a link says. */
export const linkText = (id: string, expiresAt: Date): string => `exports/${id}/${expiresAt.getTime()}`;
