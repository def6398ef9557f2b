import { err, ok, type Clock, type FieldFault, type IdGenerator, type Result } from '@job-scope/kernel';
import {
  isSourceName,
  parseSourceQuery,
  partsOf,
  runOptionFaults,
  SOURCE_NAMES,
  type CollectionRun,
} from '@job-scope/vacancies-domain';
import type { CollectionRunReader, ContentHasher, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { toCollectionRunView, type CollectionRunView } from './collection-run.view';
import { addRunOnce, requestedRun } from './requested-run';
import { auditOf, ownerOf, runRequesterOf, type Requester } from './requester';

export interface RequestCollectionInput {
  readonly requester: Requester;
  /** Chosen by the caller; the same key with the same wish gives the same run, however often it is sent. */
  readonly idempotencyKey: string;
  readonly source: string;
  /** Unparsed: the domain says what a query is. */
  readonly query: unknown;
  /** Unparsed; undefined takes all. */
  readonly mode?: unknown;
  /** Unparsed: how many requests it may send; undefined or null for what is usual. */
  readonly maxRequests?: unknown;
}

export type RequestCollectionFailure =
  | { readonly code: 'collections.unknown-source'; readonly fields: readonly FieldFault[] }
  | { readonly code: 'collections.invalid-query'; readonly fields: readonly FieldFault[] }
  | { readonly code: 'collections.idempotency-key-reused' };

/** Stores the wish to collect and announces it, both or neither. A worker takes it from there. */
export class RequestCollection {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly runs: CollectionRunReader,
    private readonly hasher: ContentHasher,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(input: RequestCollectionInput): Promise<Result<CollectionRunView, RequestCollectionFailure>> {
    const { requester, source } = input;
    if (!isSourceName(source)) return err(unknownSource);
    const query = parseSourceQuery(source, input.query);
    const options = { mode: input.mode ?? 'full', maxRequests: input.maxRequests ?? null };
    const faults = [...(query.ok ? [] : query.error.fields), ...runOptionFaults(options)];
    if (!query.ok || faults.length > 0) return err({ code: 'collections.invalid-query', fields: faults });
    const { mode, maxRequests } = options as Pick<CollectionRun, 'mode' | 'maxRequests'>;

    const key = { owner: ownerOf(requester), key: input.idempotencyKey };
    // Equal for equal wishes, whatever the order in which the parts of the query were written.
    const fingerprint = this.hasher.hash(JSON.stringify([source, partsOf(query.value), mode, maxRequests]));
    const run = requestedRun({
      id: this.ids.next(),
      source,
      query: query.value,
      mode,
      maxRequests,
      requestedBy: runRequesterOf(requester),
      requestedAt: this.clock.now(),
    });
    const subject = { kind: 'collection-run', id: run.id } as const;
    const event = auditOf(requester, 'collection.requested', subject, run.requestedAt, { source });
    const once = await this.unitOfWork.run((tx) => addRunOnce(tx, { run, event, key, fingerprint }));
    if (once.isKeyReused) return err({ code: 'collections.idempotency-key-reused' });
    return ok(toCollectionRunView(once.id === run.id ? run : await this.existing(once.id)));
  }

  private async existing(runId: string): Promise<CollectionRun> {
    const run = await this.runs.byId(runId);
    if (!run) throw new Error(`an idempotency key names run ${runId}, which is not stored`);
    return run;
  }
}

const unknownSource: RequestCollectionFailure = {
  code: 'collections.unknown-source',
  fields: [{ pointer: '/source', message: `is not known; known are ${SOURCE_NAMES.join(', ')}` }],
};
