import type { IdGenerator } from '@job-scope/kernel';
import type {
  CollectionRun,
  CollectionWindow,
  DeadLetter,
  EditableField,
  Schedule,
  ScheduleFire,
  Vacancy,
  VacancyChange,
  VacancyContextEvent,
  Withholding,
} from '@job-scope/vacancies-domain';
import type {
  AuditRecord,
  IndexOperation,
  OutboxFeed,
  RunEvent,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { InMemoryAreas } from './in-memory-areas';
import { InMemoryAuditReader, InMemoryAuditTrail } from './in-memory-audit-trail';
import { InMemoryCollectionRepository } from './in-memory-collection-repository';
import { InMemoryDeadLetterReader, InMemoryDeadLetterRepository } from './in-memory-dead-letters';
import { InMemoryCollectionRunReader } from './in-memory-readers';
import { InMemoryDuplicateGroups } from './in-memory-duplicate-groups';
import { InMemoryIndexOperationReader, InMemoryIndexOperationRepository } from './in-memory-index-operations';
import { InMemoryInquiryRepository } from './in-memory-inquiry-repository';
import { InMemoryOutboxFeed, type InMemoryOutboxOptions } from './in-memory-outbox-feed';
import { InMemoryScheduleReader } from './in-memory-schedule-reader';
import { InMemoryScheduleRepository } from './in-memory-schedule-repository';
import { InMemoryStoredRevisions } from './in-memory-stored-revisions';
import {
  InMemoryVacancyHistoryReader,
  InMemoryVacancyPayloads,
  InMemoryVacancyReader,
} from './in-memory-vacancy-readers';
import { InMemorySweepRepository } from './in-memory-sweep-repository';
import { InMemoryVacancyRepository } from './in-memory-vacancy-repository';
import { SequentialIds } from './sequential-ids';

/** All that the context stores, by identifier. */
export interface StoredState {
  readonly vacancies: Map<string, StoredVacancyRow>;
  /** The history of each vacancy, in order. */
  readonly changes: Map<string, readonly VacancyChange[]>;
  readonly runs: Map<string, CollectionRun>;
  readonly windows: Map<string, CollectionWindow>;
  readonly runEvents: Map<string, readonly NumberedRunEvent[]>;
  /** How many requests each run has taken. */
  readonly requestsTaken: Map<string, number>;
  /** The run that each vacancy waits for, to be asked for alone. */
  readonly inquiries: Map<string, string>;
  /** What each query has shown. */
  readonly matches: Map<string, Set<string>>;
  readonly idempotencyKeys: Map<string, { readonly runId: string; readonly fingerprint: string }>;
  readonly deadLetters: Map<string, DeadLetter>;
  readonly schedules: Map<string, Schedule>;
  /** What became of the times of each schedule. */
  readonly fires: Map<string, readonly ScheduleFire[]>;
  readonly indexOperations: Map<string, IndexOperation>;
  readonly outbox: Map<number, OutboxRow>;
  readonly audit: Map<string, AuditRecord>;
}

export interface StoredVacancyRow extends Vacancy {
  readonly contentHash: string;
  readonly detailsHash: string | null;
  readonly detailsRaw: unknown;
  readonly withheld: Withholding | null;
  readonly edited: readonly EditableField[];
}

export interface NumberedRunEvent extends RunEvent {
  readonly seq: number;
  readonly at: Date;
}

export interface OutboxRow {
  readonly event: VacancyContextEvent;
  readonly appendedAt: number;
  readonly attempts: number;
  readonly availableAt: number;
  /** Set when it failed too often. */
  readonly deadBecause?: string;
}

/**
 * The PostgreSQL of the fakes. A transaction works on a copy of everything, one transaction at a time, and the copy
 * becomes the truth when it commits; what goes in and out is copied too, so that nobody shares an object with it.
 */
export class InMemoryVacancyDatabase {
  readonly unitOfWork: VacancyUnitOfWork = { run: (work) => this.transact(work) };
  readonly vacancies = new InMemoryVacancyReader(this);
  readonly history = new InMemoryVacancyHistoryReader(this);
  readonly payloads = new InMemoryVacancyPayloads(this);
  readonly runs = new InMemoryCollectionRunReader(this);
  readonly deadLetters = new InMemoryDeadLetterReader(this);
  readonly schedules = new InMemoryScheduleReader(this);
  readonly trail = new InMemoryAuditReader(this);
  readonly duplicates = new InMemoryDuplicateGroups(this);
  readonly areas = new InMemoryAreas();
  readonly indexOperations = new InMemoryIndexOperationReader(this);
  readonly revisions = new InMemoryStoredRevisions(this);
  readonly outbox: OutboxFeed;

  private state: StoredState = {
    vacancies: new Map(),
    changes: new Map(),
    runs: new Map(),
    windows: new Map(),
    runEvents: new Map(),
    requestsTaken: new Map(),
    inquiries: new Map(),
    matches: new Map(),
    idempotencyKeys: new Map(),
    deadLetters: new Map(),
    schedules: new Map(),
    fires: new Map(),
    indexOperations: new Map(),
    outbox: new Map(),
    audit: new Map(),
  };
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

  protected transact<T>(work: (tx: VacancyTransaction) => Promise<T>): Promise<T> {
    return this.change((state) => work(this.open(state)));
  }

  protected open(state: StoredState): VacancyTransaction {
    return {
      vacancies: new InMemoryVacancyRepository(state, this.ids),
      collections: new InMemoryCollectionRepository(state),
      inquiries: new InMemoryInquiryRepository(state),
      sweeps: new InMemorySweepRepository(state),
      deadLetters: new InMemoryDeadLetterRepository(state, this.ids),
      schedules: new InMemoryScheduleRepository(state),
      audit: new InMemoryAuditTrail(state, this.ids),
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
const checkReferences = ({ runs, windows, deadLetters, idempotencyKeys, fires }: StoredState): void => {
  const ofRuns = [windows, deadLetters, idempotencyKeys].flatMap((rows) => [...rows.values()]);
  for (const { runId } of [...ofRuns, ...[...fires.values()].flat()]) {
    if (runId !== null && !runs.has(runId)) throw new Error(`run ${runId} is referred to, but not stored`);
  }
};
