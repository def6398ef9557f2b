import { portToken } from '@job-scope/kernel';
import type { VacancyExport } from './export-store.port';

/** Whose file it is, and of which kind. */
export type ExportFileName = Pick<VacancyExport, 'id' | 'format'>;

/** The worker's side of the files. One that is not complete can be seen by nobody. */
export interface ExportFiles {
  /**
   * Puts the text behind the first `offset` bytes, in place of whatever is there, and returns how long the file has
   * become once that is on the disk; undefined if it is shorter than `offset`, as when another disk is mounted.
   */
  write(name: ExportFileName, offset: number, text: string): Promise<number | undefined>;
  /** Lets readers see it, whole. */
  complete(name: ExportFileName): Promise<void>;
  /** Complete or not; safe to repeat. */
  remove(name: ExportFileName): Promise<void>;
}

export interface OpenedFile {
  readonly bytes: number;
  /** To be read to its end or left early. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** The gateway's side of the files. */
export interface ExportFileReader {
  /** Undefined unless it is complete. */
  open(name: ExportFileName): Promise<OpenedFile | undefined>;
}

/** Makes links that nobody else can make. */
export interface LinkSigner {
  sign(text: string): string;
  /** Takes equally long for every signature of the right length. */
  isSignatureOf(text: string, signature: string): boolean;
}

export const EXPORT_FILES = portToken<ExportFiles>('vacancies/ExportFiles');
export const EXPORT_FILE_READER = portToken<ExportFileReader>('vacancies/ExportFileReader');
export const LINK_SIGNER = portToken<LinkSigner>('vacancies/LinkSigner');
