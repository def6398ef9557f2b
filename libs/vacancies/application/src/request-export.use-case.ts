import { err, ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import type {
  ContentHasher,
  CurrencyRates,
  ExportKeyReused,
  ExportStore,
  ExportedSearch,
  LinkSigner,
  TooManyExports,
  VacancyExport,
} from '@job-scope/vacancies-ports';
import { canonical } from './canonical';
import type { ExportInput } from './export-vacancies.query';
import { toExportView, type ExportView } from './export.view';
import { ratesFor } from './monthly-bounds';
import type { InvalidSearch } from './search-faults';
import { searchRequestOf } from './search-request';

export interface RequestExportInput {
  readonly ownerId: string;
  /** Chosen by the caller; the same key with the same wish gives the same export, however often it is sent. */
  readonly idempotencyKey: string;
  readonly wish: ExportInput;
}

export type RequestExportFailure = InvalidSearch | TooManyExports | ExportKeyReused;

/** So many exports of one user are made at a time. */
export const MAX_OPEN_EXPORTS = 2;

/** Has a file made of what a search finds. Workers do it, page by page. */
export class RequestExport {
  constructor(
    private readonly exports: ExportStore,
    private readonly rates: CurrencyRates,
    private readonly hasher: ContentHasher,
    private readonly signer: LinkSigner,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute({
    ownerId,
    idempotencyKey,
    wish,
  }: RequestExportInput): Promise<Result<ExportView, RequestExportFailure>> {
    const { format, ...input } = wish;
    const rates = await ratesFor(input, this.rates, this.clock);
    const request = searchRequestOf({ sort: 'published', ...input, limit: 1 }, rates);
    if (!request.ok) return err(request.error);
    const { limit: _limit, from: _from, facets: _facets, highlight: _highlight, ...search } = request.value;
    const now = this.clock.now();
    const fresh = newExport({ id: this.ids.next(), ownerId, format, search, requestedAt: now });
    const key = { key: idempotencyKey, fingerprint: this.hasher.hash(canonical(wish)) };
    const added = await this.exports.add(fresh, key, MAX_OPEN_EXPORTS);
    return added.ok ? ok(toExportView(added.value, this.signer, now)) : added;
  }
}

const newExport = (
  asked: Pick<VacancyExport, 'id' | 'ownerId' | 'format' | 'requestedAt'> & { readonly search: ExportedSearch },
): VacancyExport => ({
  ...asked,
  ...{ status: 'requested', next: null, rows: 0, bytes: 0, total: null, failure: null, failedSteps: 0 },
  ...{ startedAt: null, finishedAt: null, availableAt: asked.requestedAt, expiresAt: null },
});
