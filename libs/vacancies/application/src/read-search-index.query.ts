import type {
  IndexOperationReader,
  IndexRefusals,
  StoredRevisions,
  VacancySearchAdministration,
  VacancySearchAdministrations,
} from '@job-scope/vacancies-ports';
import { toIndexOperationView, type IndexOperationView } from './index-operation.view';

export interface SearchIndexView {
  /** How many vacancies are stored. */
  readonly stored: number;
  /** Changes that are on their way, and when the oldest of them was stored. */
  readonly lag: { readonly pending: number; readonly oldestAt: Date | null };
  /** The first is the one that searches read; another answers when it is away. */
  readonly indexes: readonly EngineIndexView[];
  readonly lastOperation: IndexOperationView | null;
}

export interface EngineIndexView {
  readonly engine: 'postgres' | 'elasticsearch';
  readonly state: 'absent' | 'ready' | 'outdated' | 'newer' | 'unavailable';
  readonly name: string | null;
  readonly version: number | null;
  /** Null while the engine cannot say. */
  readonly documents: number | null;
  readonly refused: number;
  /** The latest of them. */
  readonly refusals: readonly IndexRefusalView[];
}

export interface IndexRefusalView {
  readonly vacancyId: string;
  readonly revision: number;
  readonly reason: string;
  readonly at: Date;
}

const REFUSALS = 20;

/** How the search indexes are. */
export class ReadSearchIndex {
  constructor(
    private readonly administrations: VacancySearchAdministrations,
    private readonly stored: StoredRevisions,
    private readonly refusals: IndexRefusals,
    private readonly operations: IndexOperationReader,
  ) {}

  async execute(): Promise<SearchIndexView> {
    const [stored, lag, indexes, last] = await Promise.all([
      this.stored.count(),
      this.stored.lag(),
      Promise.all(this.administrations.map((administration) => this.look(administration))),
      this.operations.latest(),
    ]);
    return { stored, lag, indexes, lastOperation: last ? toIndexOperationView(last) : null };
  }

  private async look(administration: VacancySearchAdministration): Promise<EngineIndexView> {
    const { engine } = administration;
    const [status, refused, refusals] = await Promise.all([
      administration.status().catch(() => AWAY),
      this.refusals.count(engine),
      this.refusals.list(engine, REFUSALS),
    ]);
    return { ...status, engine, refused, refusals: refusals.map(({ engine: _engine, ...refusal }) => refusal) };
  }
}

const AWAY = { state: 'unavailable', name: null, version: null, documents: null } as const;
