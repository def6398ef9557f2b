import { unreachable } from '@job-scope/kernel';
import {
  COLLECTIONS_REPLAYED,
  COLLECTIONS_REQUESTED,
  COLLECTIONS_WINDOW_PLANNED,
  parseOutboxEvent,
  VACANCIES_CHANGED,
  type OutboxEvent,
} from '@job-scope/vacancies-contracts';
import { isSourceName, type VacancyContextEvent } from '@job-scope/vacancies-domain';

/** An event as the outbox stores it. Events of one aggregate are delivered in the order of their appending. */
export interface WireEvent {
  readonly event: OutboxEvent;
  readonly version: number;
  readonly aggregateId: string;
  readonly revision: number;
}

export const toWire = (event: VacancyContextEvent): WireEvent => {
  switch (event.kind) {
    case 'collection-requested': {
      const { runId, source } = event;
      return once(runId, { name: COLLECTIONS_REQUESTED, payload: { runId, source } });
    }
    case 'window-planned': {
      const { windowId, runId, source } = event;
      return once(windowId, { name: COLLECTIONS_WINDOW_PLANNED, payload: { windowId, runId, source } });
    }
    case 'work-replayed': {
      const { deadLetterId, runId, windowId, source } = event;
      return once(deadLetterId, { name: COLLECTIONS_REPLAYED, payload: { deadLetterId, runId, windowId, source } });
    }
    case 'vacancy-changed': {
      const { vacancyId, revision } = event;
      const wire = { name: VACANCIES_CHANGED, payload: { vacancyId, revision } } as const;
      return { event: wire, version: 1, aggregateId: vacancyId, revision };
    }
    default:
      return unreachable(event);
  }
};

/** What happens once to its aggregate is its first revision. */
const once = (aggregateId: string, event: OutboxEvent): WireEvent => ({ event, version: 1, aggregateId, revision: 1 });

/** Undefined if we do not understand it: another version of us wrote it, or somebody altered it. */
export const fromWire = (name: string, payload: unknown): VacancyContextEvent | undefined => {
  const event = parseOutboxEvent(name, payload);
  switch (event?.name) {
    case COLLECTIONS_REQUESTED: {
      const { runId, source } = event.payload;
      return isSourceName(source) ? { kind: 'collection-requested', runId, source } : undefined;
    }
    case COLLECTIONS_WINDOW_PLANNED: {
      const { windowId, runId, source } = event.payload;
      return isSourceName(source) ? { kind: 'window-planned', windowId, runId, source } : undefined;
    }
    case COLLECTIONS_REPLAYED: {
      const { deadLetterId, runId, windowId, source } = event.payload;
      return isSourceName(source) ? { kind: 'work-replayed', deadLetterId, runId, windowId, source } : undefined;
    }
    case VACANCIES_CHANGED:
      return { kind: 'vacancy-changed', ...event.payload };
    default:
      return undefined;
  }
};
