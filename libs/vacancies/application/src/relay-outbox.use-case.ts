import type { Clock } from '@job-scope/kernel';
import type { VacancyChanged, VacancyContextEvent } from '@job-scope/vacancies-domain';
import type {
  AreaReader,
  CollectionJob,
  CollectionJobQueue,
  Delivery,
  DuplicateGroups,
  OutboxFeed,
  OutboxMessage,
  StoredRevisions,
  VacancyReader,
  VacancySearchIndexer,
} from '@job-scope/vacancies-ports';
import { EntriesToIndex } from './entries-to-index';

export interface RelayReport {
  /** Zero when nothing waits. */
  readonly claimed: number;
  readonly failures: readonly { readonly messageId: string; readonly reason: string }[];
}

/** Carries what happened to those who must learn of it: collection jobs to the queue, vacancies to the search index. */
export class RelayOutbox {
  private readonly entries: EntriesToIndex;

  constructor(
    private readonly feed: OutboxFeed,
    private readonly queue: CollectionJobQueue,
    private readonly indexer: VacancySearchIndexer,
    vacancies: VacancyReader,
    stored: StoredRevisions,
    duplicates: DuplicateGroups,
    areas: AreaReader,
    clock: Clock,
  ) {
    this.entries = new EntriesToIndex(vacancies, stored, duplicates, areas, clock);
  }

  /** Delivers up to `limit` messages. What fails is given back to the outbox and tried again later. */
  async execute(limit: number): Promise<RelayReport> {
    const failures: { messageId: string; reason: string }[] = [];
    const claimed = await this.feed.consume(limit, async (messages) => {
      const deliveries = await this.deliver(messages);
      for (const { messageId, failure } of deliveries) if (failure) failures.push({ messageId, reason: failure });
      return deliveries;
    });
    return { claimed, failures };
  }

  /** The two receivers fail apart: a search index that is down holds up no collection. */
  private async deliver(messages: readonly OutboxMessage[]): Promise<readonly Delivery[]> {
    const [enqueued, indexed] = await Promise.all([
      Promise.all(messages.map((message) => this.enqueue(message))),
      this.index(messages.filter(isAboutVacancy)),
    ]);
    return [...enqueued.filter((delivery) => delivery !== undefined), ...indexed];
  }

  private async enqueue({ id, event, traceparent }: OutboxMessage): Promise<Delivery | undefined> {
    const job = jobOf(event);
    if (!job) return undefined;
    try {
      await this.queue.add(job, traceparent);
      return { messageId: id };
    } catch (error) {
      return outage(id, error);
    }
  }

  private async index(messages: readonly VacancyMessage[]): Promise<readonly Delivery[]> {
    if (messages.length === 0) return [];
    const ids = [...new Set(messages.map(({ event }) => event.vacancyId))];
    try {
      const refused = await this.entries.hand(ids, this.indexer);
      return messages.map(({ id, event }) => ({ messageId: id, failure: refused.get(event.vacancyId) }));
    } catch (error) {
      return messages.map(({ id }) => outage(id, error));
    }
  }
}

type VacancyMessage = OutboxMessage & { readonly event: VacancyChanged };

const isAboutVacancy = (message: OutboxMessage): message is VacancyMessage => message.event.kind === 'vacancy-changed';

const jobOf = (event: VacancyContextEvent): CollectionJob | undefined => {
  switch (event.kind) {
    case 'collection-requested':
      return { kind: 'plan', source: event.source, runId: event.runId };
    case 'window-planned':
      return { kind: 'window', source: event.source, runId: event.runId, windowId: event.windowId };
    case 'work-replayed': {
      const { source, runId, windowId, deadLetterId: replayOf } = event;
      return windowId === null
        ? { kind: 'plan', source, runId, replayOf }
        : { kind: 'window', source, runId, windowId, replayOf };
    }
    case 'vacancy-changed':
      return undefined;
  }
};

/** Receivers throw when they are away, and only then. */
const outage = (messageId: string, error: unknown): Delivery => ({
  messageId,
  failure: error instanceof Error ? error.message : String(error),
  outage: true,
});
