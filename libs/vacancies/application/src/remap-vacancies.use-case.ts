import { err, ok, type CancelSignal, type Clock, type Result } from '@job-scope/kernel';
import { isSourceName, type RateTable } from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  CurrencyRates,
  RejectedPayload,
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
  /** Items that were not understood when they came, and are now. */
  readonly recovered: number;
  readonly rejected: number;
}

export type RemapVacanciesFailure = { readonly code: 'vacancies.no-remapper' };

/**
 * Reads the stored payloads of a source anew, so that a mapping mistake is repaired without collecting again; then those
 * that the mistake kept from being stored. Each batch is a transaction, and only rows that say something else than before
 * are written and announced.
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
    const counts = { read: 0, rewritten: 0, recovered: 0, rejected: 0 };
    let last = after;
    while (!signal.aborted) {
      const batch = await this.payloads.page({ source: remapper.name, after: last, limit: batchSize });
      const end = batch.at(-1);
      if (!end) return ok({ ...(await this.recoverAll(remapper, rates, batchSize, signal, counts)), last });
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

  /** What lists showed in vain is stored as if it had been understood then, unless more is known by now. */
  private async recoverAll(
    remapper: VacancyRemapper,
    rates: RateTable,
    limit: number,
    signal: CancelSignal,
    counts: Omit<RemapReport, 'complete' | 'last'>,
  ): Promise<Omit<RemapReport, 'last'>> {
    let recovered = 0;
    for (let after: string | null = null; !signal.aborted;) {
      const batch: readonly RejectedPayload[] = await this.payloads.rejected({ source: remapper.name, after, limit });
      const end = batch.at(-1);
      if (!end) return { ...counts, complete: true, recovered };
      recovered += await this.recover(batch, remapper, rates);
      after = end.sourceId;
    }
    return { ...counts, complete: false, recovered };
  }

  private recover(batch: readonly RejectedPayload[], remapper: VacancyRemapper, rates: RateTable): Promise<number> {
    const understood = batch.flatMap(({ raw, ...item }) => {
      const snapshot = remapper.remap({ raw, detailsRaw: null });
      return snapshot.ok ? [{ ...item, vacancy: toVacancyToStore(snapshot.value, this.hasher, rates) }] : [];
    });
    return this.unitOfWork.run(async (tx) => {
      const settled = new Set(await tx.rejectedItems.settle(remapper.name, understood));
      for (const { vacancy, runId, rejectedAt } of understood.filter(({ sourceId }) => settled.has(sourceId))) {
        if (await tx.vacancies.isKnownSince(vacancy.snapshot, rejectedAt)) continue;
        const { written } = await tx.vacancies.store([vacancy], rejectedAt);
        await tx.outbox.append(
          written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })),
        );
        // What a list leaves out, the next run asks for, as it takes over what that run has left.
        if (vacancy.snapshot.details === null)
          await tx.inquiries.add(
            runId,
            written.map(({ id }) => id),
          );
      }
      return settled.size;
    });
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
