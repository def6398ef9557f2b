import { err, ok, type CancelSignal, type Clock, type Result } from '@job-scope/kernel';
import { isSourceName, type RateTable } from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  CurrencyRates,
  VacancyPayload,
  VacancyPayloads,
  VacancyRemapper,
  VacancyRemappers,
  VacancyRewrite,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { toVacancyToStore } from './vacancy-to-store';

export interface RemapVacanciesInput {
  readonly source: string;
  /** Where an earlier call ended; null begins. */
  readonly after: string | null;
  readonly batchSize: number;
}

export interface RemapProgress {
  /** The last identifier that was looked at: where to go on. */
  readonly last: string;
  readonly read: number;
  readonly rewritten: number;
  /** Payloads that are not understood; their vacancies stay as they are. */
  readonly rejected: readonly { readonly id: string; readonly reason: string }[];
}

export interface RemapReport {
  /** False if it was cancelled before the end. */
  readonly complete: boolean;
  readonly last: string | null;
  readonly read: number;
  readonly rewritten: number;
  readonly rejected: number;
}

export type RemapVacanciesFailure = { readonly code: 'vacancies.no-remapper' };

/**
 * Reads the stored payloads of a source anew, so that a mapping mistake is repaired without collecting again. Each batch
 * is a transaction, and only rows that say something else than before are written and announced.
 */
export class RemapVacancies {
  constructor(
    private readonly payloads: VacancyPayloads,
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly remappers: VacancyRemappers,
    private readonly rates: CurrencyRates,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
  ) {}

  /** Ends after the present batch when `signal` aborts. `onBatch` hears of each. */
  async execute(
    { source, after, batchSize }: RemapVacanciesInput,
    signal: CancelSignal,
    onBatch: (progress: RemapProgress) => void = () => undefined,
  ): Promise<Result<RemapReport, RemapVacanciesFailure>> {
    const remapper = isSourceName(source) ? this.remappers.get(source) : undefined;
    if (!remapper) return err({ code: 'vacancies.no-remapper' });
    const rates = await this.rates.at(this.clock.now());
    const counts = { read: 0, rewritten: 0, rejected: 0 };
    let last = after;
    while (!signal.aborted) {
      const batch = await this.payloads.page({ source: remapper.name, after: last, limit: batchSize });
      const end = batch.at(-1);
      if (!end) return ok({ complete: true, last, ...counts });
      const { rewrites, rejected } = this.readAnew(batch, remapper, rates);
      const rewritten = await this.store(rewrites);
      last = end.id;
      counts.read += batch.length;
      counts.rewritten += rewritten;
      counts.rejected += rejected.length;
      onBatch({ last, read: batch.length, rewritten, rejected });
    }
    return ok({ complete: false, last, ...counts });
  }

  private readAnew(batch: readonly VacancyPayload[], remapper: VacancyRemapper, rates: RateTable) {
    const rewrites: VacancyRewrite[] = [];
    const rejected: { id: string; reason: string }[] = [];
    for (const payload of batch) {
      const { id, revision } = payload;
      const snapshot = remapper.remap(payload);
      if (snapshot.ok) rewrites.push({ id, revision, ...toVacancyToStore(snapshot.value, this.hasher, rates) });
      else rejected.push({ id, reason: snapshot.error.reason });
    }
    return { rewrites, rejected };
  }

  private store(rewrites: readonly VacancyRewrite[]): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const written = await tx.vacancies.rewrite(rewrites);
      await tx.outbox.append(written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })));
      return written.length;
    });
  }
}
