import { ok, type Clock, type Result } from '@job-scope/kernel';
import type { ExportStore } from '@job-scope/vacancies-ports';
import { ownExport, type ExportNotFound, type ExportViewer } from './own-export';

export type DeleteExportFailure = ExportNotFound;

/** Ends an export, whether it is being made or ready. Its file is taken away by a worker, and cannot be had from now on. */
export class DeleteExport {
  constructor(
    private readonly exports: ExportStore,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, viewer: ExportViewer): Promise<Result<void, DeleteExportFailure>> {
    const now = this.clock.now();
    const found = await ownExport(this.exports, id, viewer, now);
    if (!found.ok) return found;
    await this.exports.expire(id, now);
    return ok(undefined);
  }
}
