import type { CancelSignal } from '@job-scope/kernel';
import type { DataSource, QueryRunner } from 'typeorm';

/** The connection of a transaction, as the driver knows it. */
interface Connection {
  readonly processID: number;
}

/**
 * Does `work` on the connection of `runner`. When `signal` aborts, the statement that it runs is cancelled by another
 * connection; the cancelling is over before anybody else gets this one, whose statements it must not meet.
 */
export const cutShortBy = async <T>(
  signal: CancelSignal,
  dataSource: DataSource,
  runner: QueryRunner,
  work: () => Promise<T>,
): Promise<T> => {
  const { processID } = (await runner.connect()) as Connection;
  let cancelling: Promise<unknown> | undefined;
  const cancel = () => {
    // If it fails, the statement ends by its own time limit.
    cancelling ??= dataSource.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    throwIfAborted(signal);
    return await work();
  } catch (error) {
    throwIfAborted(signal);
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    await cancelling;
  }
};

export const throwIfAborted = ({ aborted }: CancelSignal): void => {
  if (aborted) throw new DOMException('The transaction was cancelled', 'AbortError');
};
