import { ok, type Clock, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { ExportListFailure, ExportStore, LinkSigner } from '@job-scope/vacancies-ports';
import { toExportView, type ExportView } from './export.view';

export interface ListExportsInput {
  readonly ownerId: string;
  readonly limit: number;
  readonly from?: PagePosition;
}

export type ListExportsFailure = ExportListFailure;

/** Lists the exports of a user, the newest first; with links to the files that are ready. */
export class ListExports {
  constructor(
    private readonly exports: ExportStore,
    private readonly signer: LinkSigner,
    private readonly clock: Clock,
  ) {}

  async execute({ ownerId, ...page }: ListExportsInput): Promise<Result<Page<ExportView>, ListExportsFailure>> {
    const now = this.clock.now();
    const listed = await this.exports.ofOwner(ownerId, now, page);
    if (!listed.ok) return listed;
    const { items, next } = listed.value;
    return ok({ items: items.map((made) => toExportView(made, this.signer, now)), next });
  }
}
