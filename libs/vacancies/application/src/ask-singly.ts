import { err, ok, type CancelSignal, type Clock, type Result } from '@job-scope/kernel';
import { detailsContentOf, hasWindowEnded, NO_COUNTS, type CollectionCounts } from '@job-scope/vacancies-domain';
import type {
  ContentHasher,
  DueInquiry,
  InquiryAnswer,
  SourceFailure,
  VacancyAmendment,
  VacancyInquiry,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { finishRunWhenDone } from './conclude-run';
import { requestsUsedUp } from './request-allowance';
import type { WindowWork, WorkResult } from './window-work';

/** So many are asked for at once, and stored together: a crash costs at most as many requests. */
const BATCH = 10;

interface Asked {
  readonly due: DueInquiry;
  readonly result: Result<InquiryAnswer, SourceFailure>;
}

/** Asks for the vacancies that wait for the run, batch by batch, until none is left. */
export class AskSingly {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
  ) {}

  async execute(work: WindowWork, signal: CancelSignal): Promise<WorkResult> {
    const { run, source, allowance, onStored } = work;
    const { inquiry } = source;
    if (!inquiry) throw new Error(`${source.name} cannot be asked for single vacancies`);
    for (;;) {
      const due = await this.unitOfWork.run((tx) => tx.inquiries.due(run.id, BATCH));
      if (due.length === 0) return this.end(work);
      const granted = await allowance.take(due.length);
      const asked = await askAll(inquiry, due.slice(0, granted), signal);
      allowance.spend(costOf(asked).requests - granted);
      const counts = await this.store(work, asked);
      if (!counts) return ok('taken-over');
      if (counts.asked > 0) onStored(counts);
      const failures = asked.filter(hasFailed);
      const failure = failures.flatMap(({ result }) => (result.ok ? [] : [result.error]))[0];
      if (failure) return err({ ...failure, ...costOf(failures) });
      if (granted < due.length) return err(requestsUsedUp);
    }
  }

  /** Undefined if the window has ended meanwhile. What does not wait for the run any more is not ours to store. */
  private store({ run, window: { id: windowId } }: WindowWork, asked: readonly Asked[]) {
    const settled = asked.filter((one) => !hasFailed(one));
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx): Promise<CollectionCounts | undefined> => {
      const window = await tx.collections.lockWindow(windowId);
      if (!window || hasWindowEnded(window)) return undefined;
      const waiting = new Set(
        await tx.inquiries.settle(
          run.id,
          settled.map(({ due }) => due.vacancyId),
        ),
      );
      const learned = settled.filter(({ due }) => waiting.has(due.vacancyId));
      await this.amend(tx, learned, now);
      const delta = countsOf(learned);
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
    });
  }

  private async amend(tx: VacancyTransaction, learned: readonly Asked[], now: Date): Promise<void> {
    const amendments = learned.flatMap(({ due: { vacancyId: id }, result }): readonly VacancyAmendment[] => {
      if (!result.ok) return [];
      const { state, told } = result.value;
      return [{ id, state, details: told && { ...told, hash: this.hasher.hash(detailsContentOf(told.details)) } }];
    });
    const written = await tx.vacancies.amend(amendments, now);
    await tx.outbox.append(written.map(({ id, revision }) => ({ kind: 'vacancy-changed', vacancyId: id, revision })));
  }

  private end({ run, window: { id: windowId } }: WindowWork): Promise<WorkResult> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const window = await tx.collections.lockWindow(windowId);
      if (!window || hasWindowEnded(window)) return ok('taken-over');
      await tx.collections.advanceWindow(windowId, { state: 'done', cursor: null, found: null, delta: NO_COUNTS });
      const ended = { type: 'window-ended', data: { windowId, state: 'done' } } as const;
      await tx.collections.appendEvents(run.id, [ended], now);
      await finishRunWhenDone(tx, run.id, now);
      return ok('done');
    });
  }
}

const askAll = (inquiry: VacancyInquiry, due: readonly DueInquiry[], signal: CancelSignal): Promise<Asked[]> =>
  Promise.all(due.map(async (one) => ({ due: one, result: await inquiry.ask(one.sourceId, signal) })));

/** A vacancy that the source refuses to tell of is no reason to leave the others unasked. */
const hasFailed = ({ result }: Asked): boolean => !result.ok && result.error.code !== 'source.query-refused';

const costOf = (asked: readonly Asked[]): Pick<CollectionCounts, 'requests' | 'throttled'> => {
  const costs = asked.map(({ result }) => (result.ok ? result.value : result.error));
  return {
    requests: costs.reduce((sum, { requests = 0 }) => sum + requests, 0),
    throttled: costs.reduce((sum, { throttled = 0 }) => sum + throttled, 0),
  };
};

const faultOf = (result: Asked['result']): string | null => (result.ok ? result.value.rejected : result.error.detail);

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
