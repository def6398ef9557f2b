/** The queue of a source; each has one of its own, so that a slow source holds up no other. */
export const collectionQueueOf = (source: string): string => `collect-${source}`;

/** What travels through a collection queue. A worker refuses versions that it does not know. */
export type CollectionJobPayload = PlanPayload | WindowPayload;

interface PlanPayload extends PayloadBase {
  readonly kind: 'plan';
  readonly windowId: null;
}

interface WindowPayload extends PayloadBase {
  readonly kind: 'window';
  readonly windowId: string;
}

interface PayloadBase {
  readonly version: 1;
  readonly runId: string;
  /** W3C trace context of the request that caused it; null if none did. */
  readonly traceparent: string | null;
}

/** Undefined if this is no job that we understand. */
export const parseCollectionJob = (data: unknown): CollectionJobPayload | undefined => {
  const { version, kind, runId, windowId, traceparent } = (data ?? {}) as Partial<Record<string, unknown>>;
  if (version !== 1 || typeof runId !== 'string') return undefined;
  const context = typeof traceparent === 'string' ? traceparent : null;
  if (kind === 'plan') return { version, kind, runId, windowId: null, traceparent: context };
  if (kind !== 'window' || typeof windowId !== 'string') return undefined;
  return { version, kind, runId, windowId, traceparent: context };
};
