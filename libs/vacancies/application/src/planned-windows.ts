import type { CollectionRun, CollectionWindow } from '@job-scope/vacancies-domain';
import type { VacancyTransaction } from '@job-scope/vacancies-ports';

/** Stores windows and announces each to the workers, both or neither. */
export const addPlannedWindows = async (
  tx: VacancyTransaction,
  { id: runId, source }: Pick<CollectionRun, 'id' | 'source'>,
  windows: readonly CollectionWindow[],
): Promise<void> => {
  await tx.collections.addWindows(windows);
  await tx.outbox.append(windows.map(({ id: windowId }) => ({ kind: 'window-planned', windowId, runId, source })));
};
