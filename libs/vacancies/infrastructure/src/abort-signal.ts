import type { CancelSignal } from '@job-scope/kernel';

/** Runs `work` with an `AbortSignal` that follows `signal`; the platform takes no other. */
export const withAbortSignal = async <T>(
  signal: CancelSignal,
  work: (abort: AbortSignal) => Promise<T>,
): Promise<T> => {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    signal.removeEventListener('abort', abort);
  }
};
