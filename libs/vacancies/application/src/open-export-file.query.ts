import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { ExportFileReader, ExportStore, LinkSigner } from '@job-scope/vacancies-ports';
import { linkText } from './export.view';
import type { ExportNotFound } from './own-export';

export interface OpenExportFileInput {
  readonly id: string;
  readonly expiresAt: Date;
  readonly signature: string;
}

export interface ExportFileView {
  readonly format: 'csv' | 'jsonl';
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

export type OpenExportFileFailure =
  ExportNotFound | { readonly code: 'exports.link-invalid' } | { readonly code: 'exports.link-expired' };

/** The file of an export, for whoever has the link to it. */
export class OpenExportFile {
  constructor(
    private readonly exports: ExportStore,
    private readonly files: ExportFileReader,
    private readonly signer: LinkSigner,
    private readonly clock: Clock,
  ) {}

  async execute({
    id,
    expiresAt,
    signature,
  }: OpenExportFileInput): Promise<Result<ExportFileView, OpenExportFileFailure>> {
    if (!this.signer.isSignatureOf(linkText(id, expiresAt), signature)) return err({ code: 'exports.link-invalid' });
    const now = this.clock.now();
    if (expiresAt <= now) return err({ code: 'exports.link-expired' });
    const made = await this.exports.byId(id, now);
    const file = made?.status === 'succeeded' ? await this.files.open(made) : undefined;
    return made && file ? ok({ format: made.format, ...file }) : err({ code: 'exports.not-found' });
  }
}
