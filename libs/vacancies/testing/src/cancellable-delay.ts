import type { CancelSignal } from '@job-scope/kernel';

/** Waits; rejects with an `AbortError` as soon as `signal` aborts. One that nobody awaits keeps no process alive. */
export const cancellableDelay = (ms: number, signal: CancelSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms).unref();
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

export const cancelled = (): Error => new DOMException('The wait was cancelled', 'AbortError');
