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
  /** Absent unless it was tried last while its source could not serve us. */
  readonly outage?: Outage;
}

/** How long a source has not served us with what a job asks for. */
export interface Outage {
  /** In milliseconds since the epoch. */
  readonly since: number;
  /** How often the job was tried meanwhile. */
  readonly attempts: number;
}

/** How a job says that it was stopped: of what it threw, queues keep the words only. */
export const tookLongerThan = (timeLimitMs: number): string => `it took longer than ${timeLimitMs / 1_000} s`;

const TIMED_OUT = /^it took longer than [\d.]+ s$/;
/** BullMQ fails such a job itself, in these words on every server. */
const STALLED = /stalled more than allowable limit/;

/** Why a job failed for good, as the use cases name it. */
export const jobFailureOf = (message: string): 'job.failed' | 'job.stalled' | 'job.timed-out' => {
  if (TIMED_OUT.test(message)) return 'job.timed-out';
  return STALLED.test(message) ? 'job.stalled' : 'job.failed';
};

/** Undefined if this is no job that we understand. */
export const parseCollectionJob = (data: unknown): CollectionJobPayload | undefined => {
  const { version, kind, runId, windowId, traceparent, outage } = (data ?? {}) as Partial<Record<string, unknown>>;
  if (version !== 1 || typeof runId !== 'string') return undefined;
  const base = { version, runId, traceparent: typeof traceparent === 'string' ? traceparent : null } as const;
  if (kind === 'plan') return { ...base, kind, windowId: null };
  if (kind !== 'window' || typeof windowId !== 'string') return undefined;
  return { ...base, kind, windowId, ...(isOutage(outage) && { outage }) };
};

const isOutage = (value: unknown): value is Outage => {
  const { since, attempts } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof since === 'number' && typeof attempts === 'number';
};
