import type {
  CollectionCounts,
  CollectionQuery,
  CollectionRun,
  CollectionWindow,
  RunMode,
  RunOutcome,
  RunRequester,
  RunStatus,
  SourceName,
  WindowState,
  WindowTask,
} from '@job-scope/vacancies-domain';
import { numberOrNull } from '../number-or-null';

export const COUNTERS = [
  ...([
    'requests',
    'throttled',
    'fetched',
    'created',
    'changed',
    'unchanged',
    'skipped',
    'asked',
    'archived',
    'gone',
  ] as const),
];

/** `bigint` comes as text. */
type CounterColumns = Readonly<Record<(typeof COUNTERS)[number], string>>;

const countsOf = (row: CounterColumns): CollectionCounts => ({
  requests: Number(row.requests),
  throttled: Number(row.throttled),
  fetched: Number(row.fetched),
  created: Number(row.created),
  changed: Number(row.changed),
  unchanged: Number(row.unchanged),
  skipped: Number(row.skipped),
  asked: Number(row.asked),
  archived: Number(row.archived),
  gone: Number(row.gone),
});

export interface RunRow extends CounterColumns {
  readonly id: string;
  readonly source: SourceName;
  readonly query: CollectionQuery;
  readonly mode: RunMode;
  readonly max_requests: string | null;
  readonly status: RunStatus;
  readonly outcome: RunOutcome | null;
  readonly reason: string | null;
  readonly requester_kind: RunRequester['kind'];
  readonly requester_id: string;
  readonly requested_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly found: string | null;
}

const requesterOf = ({ requester_kind: kind, requester_id: id }: RunRow): RunRequester => {
  switch (kind) {
    case 'user':
      return { kind, userId: id };
    case 'schedule':
      return { kind, scheduleId: id };
    case 'operator':
      return { kind, name: id };
  }
};

export const toRun = (row: RunRow): CollectionRun => ({
  id: row.id,
  source: row.source,
  query: row.query,
  mode: row.mode,
  maxRequests: numberOrNull(row.max_requests),
  status: row.status,
  outcome: row.outcome,
  reason: row.reason,
  requestedBy: requesterOf(row),
  requestedAt: row.requested_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  found: numberOrNull(row.found),
  counts: countsOf(row),
});

export interface WindowRow extends CounterColumns {
  readonly id: string;
  readonly run_id: string;
  readonly parent_id: string | null;
  readonly task: WindowTask;
  readonly filters: Readonly<Record<string, string>>;
  readonly published_from: Date | null;
  readonly published_to: Date | null;
  readonly state: WindowState;
  readonly cursor: string | null;
  readonly found: string | null;
  readonly last_found: string | null;
  readonly shown: readonly string[];
}

export const toWindow = (row: WindowRow): CollectionWindow => ({
  id: row.id,
  runId: row.run_id,
  parentId: row.parent_id,
  task: row.task,
  slice: { publishedFrom: row.published_from, publishedTo: row.published_to, filters: row.filters },
  state: row.state,
  cursor: row.cursor,
  found: numberOrNull(row.found),
  lastFound: numberOrNull(row.last_found),
  shown: row.shown,
  counts: countsOf(row),
});
