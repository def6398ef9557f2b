/** Somebody asked for a collection; it waits to be planned. */
export const COLLECTIONS_REQUESTED = 'collections.requested.v1';

export interface CollectionsRequestedV1 {
  readonly runId: string;
  readonly source: string;
}

/** A part of a run is ready to be collected. */
export const COLLECTIONS_WINDOW_PLANNED = 'collections.window-planned.v1';

export interface CollectionsWindowPlannedV1 {
  readonly windowId: string;
  readonly runId: string;
  readonly source: string;
}

/** Work that was given up is to be done again. */
export const COLLECTIONS_REPLAYED = 'collections.replayed.v1';

export interface CollectionsReplayedV1 {
  readonly deadLetterId: string;
  readonly runId: string;
  /** Null if it is the planning of the run. */
  readonly windowId: string | null;
  readonly source: string;
}

/** A vacancy is new, or its content changed: `revision` goes up by one with every change. */
export const VACANCIES_CHANGED = 'vacancies.changed.v1';

export interface VacanciesChangedV1 {
  readonly vacancyId: string;
  readonly revision: number;
}

/** An event as it stands in the outbox. Its name carries its version: another shape is another name. */
export type OutboxEvent =
  | { readonly name: typeof COLLECTIONS_REQUESTED; readonly payload: CollectionsRequestedV1 }
  | { readonly name: typeof COLLECTIONS_WINDOW_PLANNED; readonly payload: CollectionsWindowPlannedV1 }
  | { readonly name: typeof COLLECTIONS_REPLAYED; readonly payload: CollectionsReplayedV1 }
  | { readonly name: typeof VACANCIES_CHANGED; readonly payload: VacanciesChangedV1 };

/** The events that this version understands; a relay leaves all others to a newer one. */
export const OUTBOX_EVENT_NAMES = [
  COLLECTIONS_REQUESTED,
  COLLECTIONS_WINDOW_PLANNED,
  COLLECTIONS_REPLAYED,
  VACANCIES_CHANGED,
] as const;

/** Undefined if this is no event that we understand. */
export const parseOutboxEvent = (name: string, payload: unknown): OutboxEvent | undefined => {
  const fields = (payload ?? {}) as Partial<Record<string, unknown>>;
  const { runId, windowId, deadLetterId, source, vacancyId, revision } = fields;
  switch (name) {
    case COLLECTIONS_REQUESTED:
      return isText(runId) && isText(source) ? { name, payload: { runId, source } } : undefined;
    case COLLECTIONS_WINDOW_PLANNED:
      return isText(windowId) && isText(runId) && isText(source)
        ? { name, payload: { windowId, runId, source } }
        : undefined;
    case COLLECTIONS_REPLAYED:
      return isText(deadLetterId) && isText(runId) && (windowId === null || isText(windowId)) && isText(source)
        ? { name, payload: { deadLetterId, runId, windowId, source } }
        : undefined;
    case VACANCIES_CHANGED:
      return isText(vacancyId) && Number.isSafeInteger(revision)
        ? { name, payload: { vacancyId, revision: revision as number } }
        : undefined;
    default:
      return undefined;
  }
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
