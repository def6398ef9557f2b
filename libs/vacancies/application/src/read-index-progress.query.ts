import type {
  IndexOperationReader,
  IndexRefusals,
  StoredRevisions,
  VacancySearchAdministrations,
} from '@job-scope/vacancies-ports';
import { toIndexOperationView, type IndexOperationView } from './index-operation.view';

export interface IndexProgressView {
  /** Changes that are on their way, and when the oldest of them was stored. */
  readonly lag: { readonly pending: number; readonly oldestAt: Date | null };
  readonly refused: readonly { readonly engine: string; readonly count: number }[];
  readonly lastOperation: IndexOperationView | null;
}

/** What metrics tell of search indexes: nothing that would have to be counted through. */
export class ReadIndexProgress {
  constructor(
    private readonly administrations: VacancySearchAdministrations,
    private readonly stored: StoredRevisions,
    private readonly refusals: IndexRefusals,
    private readonly operations: IndexOperationReader,
  ) {}

  async execute(): Promise<IndexProgressView> {
    const [lag, last, refused] = await Promise.all([
      this.stored.lag(),
      this.operations.latest(),
      Promise.all(
        this.administrations.map(async ({ engine }) => ({ engine, count: await this.refusals.count(engine) })),
      ),
    ]);
    return { lag, refused, lastOperation: last ? toIndexOperationView(last) : null };
  }
}
