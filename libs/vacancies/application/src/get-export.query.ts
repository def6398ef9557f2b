import { ok, type Clock, type Result } from '@job-scope/kernel';
import type { ExportStore, LinkSigner } from '@job-scope/vacancies-ports';
import { toExportView, type ExportView } from './export.view';
import { ownExport, type ExportNotFound, type ExportViewer } from './own-export';

export type GetExportFailure = ExportNotFound;

/** How far an export is, for its user and superusers; with a link to the file when it is ready. */
export class GetExport {
  constructor(
    private readonly exports: ExportStore,
    private readonly signer: LinkSigner,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, viewer: ExportViewer): Promise<Result<ExportView, GetExportFailure>> {
    const now = this.clock.now();
    const found = await ownExport(this.exports, id, viewer, now);
    return found.ok ? ok(toExportView(found.value, this.signer, now)) : found;
  }
}
