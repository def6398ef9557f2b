import type { CancelSignal, IdGenerator } from '@job-scope/kernel';
import type { OutboxFeed, VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { cancelled } from './cancellable-delay';
import { InMemoryAreas } from './in-memory-areas';
import { InMemoryAuditReader, InMemoryAuditTrail } from './in-memory-audit-trail';
import { InMemoryCollectionRepository } from './in-memory-collection-repository';
import { InMemoryDeadLetterReader, InMemoryDeadLetterRepository } from './in-memory-dead-letters';
import { InMemoryCollectionRunReader } from './in-memory-readers';
import { InMemoryDuplicateGroups } from './in-memory-duplicate-groups';
import { InMemoryHiddenVacancyReader } from './in-memory-hidden-vacancy-reader';
import { InMemoryIdempotencyKeys } from './in-memory-idempotency-keys';
import { InMemoryIndexOperationReader, InMemoryIndexOperationRepository } from './in-memory-index-operations';
import { InMemoryInquiryRepository } from './in-memory-inquiry-repository';
import { InMemoryOpenWork } from './in-memory-open-work';
import { InMemoryOutboxFeed, type InMemoryOutboxOptions } from './in-memory-outbox-feed';
import { InMemoryRejectedItemRepository } from './in-memory-rejected-item-repository';
import { InMemoryScheduleReader } from './in-memory-schedule-reader';
import { InMemoryScheduleRepository } from './in-memory-schedule-repository';
import { InMemoryStoredRevisions } from './in-memory-stored-revisions';
import {
  InMemoryVacancyHistoryReader,
  InMemoryVacancyPayloads,
  InMemoryVacancyReader,
} from './in-memory-vacancy-readers';
import { InMemorySourceSwitches } from './in-memory-source-switches';
import { InMemorySweepRepository } from './in-memory-sweep-repository';
import { InMemoryVacancyRepository } from './in-memory-vacancy-repository';
import { SequentialIds } from './sequential-ids';
import { emptyState, type NumberedRunEvent, type StoredState } from './stored-state';

/**
 * The PostgreSQL of the fakes. A transaction works on a copy of everything, one transaction at a time, and the copy
 * becomes the truth when it commits; what goes in and out is copied too, so that nobody shares an object with it.
 */
export class InMemoryVacancyDatabase {
  readonly unitOfWork: VacancyUnitOfWork = { run: (work, signal) => this.transact(work, signal) };
  readonly vacancies = new InMemoryVacancyReader(this);
  readonly hidden = new InMemoryHiddenVacancyReader(this);
  readonly history = new InMemoryVacancyHistoryReader(this);
  readonly payloads = new InMemoryVacancyPayloads(this);
  readonly runs = new InMemoryCollectionRunReader(this);
  readonly openWork = new InMemoryOpenWork(this);
  readonly deadLetters = new InMemoryDeadLetterReader(this);
  readonly schedules = new InMemoryScheduleReader(this);
  readonly trail = new InMemoryAuditReader(this);
  readonly duplicates = new InMemoryDuplicateGroups(this);
  readonly areas = new InMemoryAreas();
  readonly indexOperations = new InMemoryIndexOperationReader(this);
  readonly revisions = new InMemoryStoredRevisions(this);
  readonly outbox: OutboxFeed;

  private state = emptyState();
  private last: Promise<unknown> = Promise.resolve();
  /** As a sequence in PostgreSQL: numbers of transactions that roll back are not given again. */
  private outboxIds = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly options: Partial<InMemoryOutboxOptions> = {},
    private readonly ids: IdGenerator = new SequentialIds('7ac'),
  ) {
    this.outbox = new InMemoryOutboxFeed(this, options);
  }

  /** The committed state, to look at. */
  read(): StoredState {
    return structuredClone(this.state);
  }

  /** The history of a run, as its readers will see it. */
  runEvents(runId: string): readonly NumberedRunEvent[] {
    return this.read().runEvents.get(runId) ?? [];
  }

  /** Runs `change` alone on a copy, and makes the copy the truth unless it throws. */
  change<T>(change: (state: StoredState) => T | Promise<T>): Promise<T> {
    const done = this.last.then(async () => {
      const copy = structuredClone(this.state);
      const result = await change(copy);
      checkReferences(copy);
      const appended = copy.outbox.size > this.state.outbox.size;
      this.state = copy;
      if (appended) for (const listener of this.listeners) listener();
      return structuredClone(result);
    });
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Calls `listener` after every commit that put something into the outbox. */
  onAppend(listener: () => void): void {
    this.listeners.add(listener);
  }

  nextOutboxId(): number {
    return ++this.outboxIds;
  }

  /** One that waits for others is cut short; those that have begun wait for nothing. */
  protected transact<T>(work: (tx: VacancyTransaction) => Promise<T>, signal?: CancelSignal): Promise<T> {
    if (!signal) return this.change((state) => work(this.open(state)));
    return new Promise((resolve, reject) => {
      const stop = () => reject(cancelled());
      const begin = (state: StoredState) => {
        signal.removeEventListener('abort', stop);
        if (signal.aborted) throw cancelled();
        return work(this.open(state));
      };
      if (!signal.aborted) signal.addEventListener('abort', stop, { once: true });
      this.change(begin).then(resolve, reject);
    });
  }

  protected open(state: StoredState): VacancyTransaction {
    return {
      vacancies: new InMemoryVacancyRepository(state, this.ids),
      collections: new InMemoryCollectionRepository(state),
      inquiries: new InMemoryInquiryRepository(state),
      sweeps: new InMemorySweepRepository(state),
      rejectedItems: new InMemoryRejectedItemRepository(state),
      deadLetters: new InMemoryDeadLetterRepository(state, this.ids),
      schedules: new InMemoryScheduleRepository(state),
      switches: new InMemorySourceSwitches(state),
      audit: new InMemoryAuditTrail(state, this.ids),
      idempotencyKeys: new InMemoryIdempotencyKeys(state),
      indexOperations: new InMemoryIndexOperationRepository(state),
      outbox: {
        append: async (events) => {
          for (const event of structuredClone(events)) {
            const now = this.options.now?.() ?? Date.now();
            state.outbox.set(this.nextOutboxId(), { event, appendedAt: now, attempts: 0, availableAt: now });
          }
        },
      },
    };
  }
}

/** What foreign keys check at commit. */
const checkReferences = ({
  runs,
  windows,
  deadLetters,
  idempotencyKeys,
  fires,
  vacancies,
  ...state
}: StoredState): void => {
  const ofRuns = [windows, deadLetters, state.rejectedItems].flatMap((rows) => [...rows.values()]);
  const stored = [...runs.keys(), ...[...vacancies.values()].map(({ id }) => id)];
  for (const { brought } of idempotencyKeys.values()) {
    if (!stored.includes(brought.id)) throw new Error(`a key has brought ${brought.id}, which is not stored`);
  }
  for (const { runId } of [...ofRuns, ...[...fires.values()].flat()]) {
    if (runId !== null && !runs.has(runId)) throw new Error(`run ${runId} is referred to, but not stored`);
  }
};
