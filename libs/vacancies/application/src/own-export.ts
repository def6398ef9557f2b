import { err, ok, type Result } from '@job-scope/kernel';
import type { ExportStore, VacancyExport } from '@job-scope/vacancies-ports';

/** A user who asks for an export. */
export interface ExportViewer {
  readonly userId: string;
  readonly superuser: boolean;
}

export type ExportNotFound = { readonly code: 'exports.not-found' };

/** The export, if it is theirs to see: of others they learn not even that they exist. */
export const ownExport = async (
  exports: ExportStore,
  id: string,
  { userId, superuser }: ExportViewer,
  now: Date,
): Promise<Result<VacancyExport, ExportNotFound>> => {
  const found = await exports.byId(id, now);
  return found && (superuser || found.ownerId === userId) ? ok(found) : err({ code: 'exports.not-found' });
};
