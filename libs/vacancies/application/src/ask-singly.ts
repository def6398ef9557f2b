import { err, ok, type Clock } from '@job-scope/kernel';
import { detailsContentOf, hasWindowEnded, NO_COUNTS, type CollectionCounts } from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  DueInquiry,
  VacancyAmendment,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { askBatch, canBeAsked, costOf, sumOf, type Asked, type AskedBatch } from './asked-batch';
import { finishRunWhenDone } from './conclude-run';
import type { WindowWork, WorkResult } from './window-work';

/** So many are asked for at once, and stored together: a crash costs at most as many requests. */
const BATCH = 10;
/**
 * Of what earlier runs have left, so many are taken over at a time: there may be very many, and a transaction must end. A
 * run that may not ask for them all leaves the others where they are.
 */
export const PORTION = 1_000;
/** Of those that were asked for in vain before: so few that the source is not taken to be down for them. */
const DOUBTFUL = 2;

/** Asks for the vacancies that wait for the run, batch by batch, until none is left. */
export class AskSingly {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
  ) {}

  async execute(work: WindowWork): Promise<WorkResult> {
    const { run, source, quota, signal, onStored } = work;
    if (!canBeAsked(source)) throw new Error(`${source.name} cannot be asked for single vacancies`);
    for (let doubt = work.attempt > 1; ; doubt = false) {
      const due = await this.next(work);
      if (due.length === 0) return this.end(work);
      const batch = await askBatch({ source, query: run.query, quota, signal }, due, doubt || due.some(wasTried));
      if (batch.settled.length + batch.aside.length > 0) {
        const counts = await this.store(work, batch);
        if (!counts) return ok('taken-over');
        if (counts.asked > 0) onStored(counts);
      }
      if (batch.failure) return err({ ...batch.failure, ...batch.vain });
    }
  }

  private async next({ run, signal }: WindowWork): Promise<readonly DueInquiry[]> {
    const due = await this.unitOfWork.run(async ({ inquiries }) => {
      const waiting = await inquiries.due(run.id, BATCH);
      if (waiting.length > 0 || (await inquiries.adopt(run, PORTION)) === 0) return waiting;
      return inquiries.due(run.id, BATCH);
    }, signal);
    return due.every(wasTried) ? due.slice(0, DOUBTFUL) : due.filter((one) => !wasTried(one));
  }

  /** Undefined if the window has ended meanwhile. What does not wait for the run any more is not ours to store. */
  private store({ run, window: { id: windowId }, signal }: WindowWork, { settled, aside, failure, vain }: AskedBatch) {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx): Promise<CollectionCounts | undefined> => {
      const window = await tx.collections.lockWindow(windowId);
      if (!window || hasWindowEnded(window)) return undefined;
      const waiting = new Set(await tx.inquiries.settle(run.id, idsOf(settled)));
      const learned = settled.filter(({ due }) => waiting.has(due.vacancyId));
      await this.amend(tx, learned, now);
      if (aside.length > 0) await tx.inquiries.setAside(run.id, idsOf(aside));
      const counts = countsOf(learned);
      // What a failure has cost is counted where it is judged.
      const delta = failure ? counts : { ...counts, ...sumOf([counts, vain]) };
      await tx.collections.advanceWindow(windowId, { state: 'collecting', cursor: null, found: null, delta });
      await tx.collections.appendEvents(
        run.id,
        [
          ...learned.flatMap(({ due: { sourceId }, result }) => {
            const reason = faultOf(result);
            return reason === null ? [] : [{ type: 'item-skipped', data: { windowId, sourceId, reason } } as const];
          }),
          { type: 'asked', data: { windowId, ...delta } },
        ],
        now,
      );
      return delta;
    }, signal);
  }

  private async amend(tx: VacancyTransaction, learned: readonly Asked[], now: Date): Promise<void> {
    const amendments = learned.flatMap(({ due: { vacancyId: id }, result }): readonly VacancyAmendment[] => {
      if (!result.ok) return [];
      const { state, told, rejected } = result.value;
      const details = told && { ...told, hash: this.hasher.hash(detailsContentOf(told.details)) };
      return [{ id, state, details, rejectedRaw: rejected?.raw }];
    });
    const written = await tx.vacancies.amend(amendments, now);
    await tx.outbox.append(written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })));
  }

  private end({ run, window: { id: windowId }, signal }: WindowWork): Promise<WorkResult> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const window = await tx.collections.lockWindow(windowId);
      if (!window || hasWindowEnded(window)) return ok('taken-over');
      await tx.collections.advanceWindow(windowId, { state: 'done', cursor: null, found: null, delta: NO_COUNTS });
      const ended = { type: 'window-ended', data: { windowId, state: 'done' } } as const;
      await tx.collections.appendEvents(run.id, [ended], now);
      await finishRunWhenDone(tx, run.id, now);
      return ok('done');
    }, signal);
  }
}

const wasTried = ({ tries }: DueInquiry): boolean => tries > 0;

const idsOf = (asked: readonly Asked[]): readonly string[] => asked.map(({ due }) => due.vacancyId);

const faultOf = (result: Asked['result']): string | null =>
  result.ok ? (result.value.rejected?.reason ?? null) : result.error.detail;

const countsOf = (learned: readonly Asked[]): CollectionCounts => {
  const turned = (state: 'archived' | 'gone') =>
    learned.filter(({ due, result }) => result.ok && result.value.state === state && due.state !== state).length;
  return {
    ...NO_COUNTS,
    ...costOf(learned),
    skipped: learned.filter(({ result }) => faultOf(result) !== null).length,
    asked: learned.length,
    archived: turned('archived'),
    gone: turned('gone'),
  };
};
