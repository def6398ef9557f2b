import { err, ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import type {
  IndexOperation,
  IndexOperationKind,
  VacancySearchAdministration,
  VacancySearchAdministrations,
  VacancyTransaction,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { toIndexOperationView, type IndexOperationView } from './index-operation.view';
import { auditOf, type Requester } from './requester';

export interface RequestIndexOperationInput {
  /** Null if a command or a worker wants it. */
  readonly requester: Requester | null;
  readonly kind: IndexOperationKind;
  /** The one that searches are to read, unless another is named. */
  readonly engine?: string;
  /** Whether a check repairs what it finds. */
  readonly repair: boolean;
}

export type RequestIndexOperationFailure =
  { readonly code: 'search-index.unknown-engine' } | { readonly code: 'search-index.busy' };

/** Has something done to a search index as a whole. One operation at a time; the workers do it, step by step. */
export class RequestIndexOperation {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly administrations: VacancySearchAdministrations,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(input: RequestIndexOperationInput): Promise<Result<IndexOperationView, RequestIndexOperationFailure>> {
    const { engine = this.administrations[0]?.engine } = input;
    const administration = this.administrations.find((each) => each.engine === engine);
    if (!administration) return err({ code: 'search-index.unknown-engine' });
    return this.unitOfWork.run((tx) => this.add(tx, input, administration));
  }

  private async add(
    tx: VacancyTransaction,
    { requester, kind, repair }: RequestIndexOperationInput,
    { engine, version }: VacancySearchAdministration,
  ): Promise<Result<IndexOperationView, RequestIndexOperationFailure>> {
    const now = this.clock.now();
    const operation: IndexOperation = {
      ...{ id: this.ids.next(), kind, engine, version, repair: kind === 'check' && repair, status: 'requested' },
      progress: { ...NOT_BEGUN, phase: kind === 'check' ? 'check' : 'begin' },
      ...{ failure: null, failedSteps: 0, startedAt: null, finishedAt: null },
      ...{ requestedBy: requester && 'userId' in requester ? requester.userId : null, requestedAt: now },
    };
    if (!(await this.addInPlaceOfStranded(tx, operation))) return err({ code: 'search-index.busy' });
    if (requester) {
      const subject = { kind: 'index-operation', id: operation.id } as const;
      const details = { engine, repair: String(operation.repair) };
      await tx.audit.append(auditOf(requester, `search-index.${kind}`, subject, now, details));
    }
    return ok(toIndexOperationView(operation));
  }

  /** One that only another version of us can finish may be waiting for workers that are gone. */
  private async addInPlaceOfStranded({ indexOperations }: VacancyTransaction, operation: IndexOperation) {
    if (await indexOperations.add(operation)) return true;
    const open = await indexOperations.lockOpen();
    if (!open || open.engine !== operation.engine || open.version === operation.version) return false;
    const failure = `given up for an operation of version ${operation.version}`;
    await indexOperations.save({ ...open, status: 'failed', failure, finishedAt: operation.requestedAt });
    return indexOperations.add(operation);
  }
}

const NOT_BEGUN = { target: null, after: null, switchedAt: null, processed: 0, total: null, drift: null };
