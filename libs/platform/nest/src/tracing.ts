import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Where we are in a trace (W3C Trace Context): the trace, and our own hop in it. */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly flags: string;
}

const storage = new AsyncLocalStorage<TraceContext>();

// Version 00, with no all-zero ids (W3C Trace Context §3.2.2).
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;

/** A new hop in the trace that `traceparent` names; a new trace if it is absent or not valid. */
export function continueTrace(traceparent: string | null | undefined): TraceContext {
  const [, traceId, flags] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  return { traceId: traceId ?? randomHex(), spanId: randomHex().slice(16), flags: flags ?? '00' };
}

export const runInTrace = <T>(trace: TraceContext, work: () => T): T => storage.run(trace, work);

/** Runs `work` as a new hop of the given trace: the one door for jobs, events and everything that is not HTTP. */
export const runWithTraceparent = <T>(traceparent: string | null, work: () => T): T =>
  runInTrace(continueTrace(traceparent), work);

export const currentTraceId = (): string | null => storage.getStore()?.traceId ?? null;

/** What to send along with a request, a job or an event, so that the receiver continues this trace. */
export function currentTraceparent(): string | null {
  const trace = storage.getStore();
  return trace ? toTraceparent(trace) : null;
}

export const toTraceparent = ({ traceId, spanId, flags }: TraceContext): string => `00-${traceId}-${spanId}-${flags}`;

/**
 * 32 hexadecimal digits; the last 14 are random, as Trace Context level 2 asks, and neither half is all zeros. Node keeps
 * randomness for UUIDs in store: random bytes, asked for one by one, cost four times as much.
 */
const randomHex = (): string => randomUUID().replaceAll('-', '');
