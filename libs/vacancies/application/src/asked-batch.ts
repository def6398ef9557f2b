import type { CancelSignal, Result } from '@job-scope/kernel';
import { EVERYTHING, type CollectionCounts, type CollectionQuery } from '@job-scope/vacancies-domain';
import type {
  DueInquiry,
  InquiredVacancy,
  InquiryAnswer,
  RequestQuota,
  SourceFailure,
  SplitRequest,
  VacancySource,
} from '@job-scope/vacancies-ports';

export interface Asked {
  readonly due: DueInquiry;
  readonly result: Result<InquiryAnswer, SourceFailure>;
}

type Cost = Pick<CollectionCounts, 'requests' | 'throttled'>;

/** What has become of the vacancies that were asked for at once. */
export interface AskedBatch {
  /** Of these there is nothing more to learn. */
  readonly settled: readonly Asked[];
  /** These are to be asked for again, after all others. */
  readonly aside: readonly Asked[];
  /** Why nothing more is to be asked for now. */
  readonly failure: SourceFailure | undefined;
  /** Of the requests for all but the settled ones. */
  readonly vain: Cost;
}

/** So often a vacancy is asked for that the source does not tell of, although it tells of others. */
const MAX_TRIES = 3;
/** So many others: one of them may be such a vacancy, too. */
const OTHERS = 2;

/** A source that can be asked for single vacancies. */
type Inquired = VacancySource & Required<Pick<VacancySource, 'inquiry'>>;

interface Asking {
  readonly source: Inquired;
  /** Of the run. */
  readonly query: CollectionQuery;
  readonly quota: RequestQuota;
  readonly signal: CancelSignal;
}

export const canBeAsked = (source: VacancySource): source is Inquired => source.inquiry !== undefined;

/**
 * A vacancy that cannot be asked for must not stop those behind it, and none may be passed over because the source is
 * away. So if none of them was answered, others that the source shows are asked for besides: if one of those is, it is
 * these vacancies that are to blame. With `doubt` that is done before: a source that is away is not asked for all of them.
 */
export const askBatch = async (asking: Asking, due: readonly DueInquiry[], doubt: boolean): Promise<AskedBatch> => {
  const before = doubt ? await askOthers(asking, due) : NOT_ASKED;
  if (before.failure) return { settled: [], aside: [], failure: before.failure, vain: sumOf([before]) };
  const asked = await Promise.all(due.map(async (one) => ({ due: one, result: await ask(asking, one) })));
  const failures = asked.map(failureOf).filter((failure) => failure !== undefined);
  const stop = failures.find(isOfSource);
  const isAnswered = before.isAnswered || failures.length < asked.length;
  const after = stop || isAnswered ? NOT_ASKED : await askOthers(asking, due);
  const failure = stop ?? after.failure ?? (isAnswered || after.isAnswered ? undefined : failures[0]);
  const again = asked.filter((one) => failureOf(one) && (failure || one.due.tries + 1 < MAX_TRIES));
  return {
    settled: asked.filter((one) => !again.includes(one)),
    aside: failure ? [] : again,
    failure,
    vain: sumOf([before, costOf(again), after]),
  };
};

/** A vacancy that the source refuses to tell of is told of as much as it ever will be. */
const failureOf = ({ result }: Pick<Asked, 'result'>): SourceFailure | undefined =>
  result.ok || isRefusal(result.error) ? undefined : result.error;

const isRefusal = ({ code }: SourceFailure): boolean => code === 'source.query-refused';

/** Whatever vacancy it was asked for: it keeps us out, or bids us wait; or the run may send no more. */
const isOfSource = ({ code }: SourceFailure): boolean => code !== 'source.unavailable';

interface Control extends Cost {
  /** Whether the source told of one. */
  readonly isAnswered: boolean;
  /** Why it did not, if it should have. */
  readonly failure?: SourceFailure;
}

const NOT_ASKED: Control = { requests: 0, throttled: 0, isAnswered: false };

const ask = ({ source, signal, quota }: Asking, one: InquiredVacancy) => source.inquiry.ask(one, signal, quota);

const askOthers = async (asking: Asking, due: readonly DueInquiry[]): Promise<Control> => {
  const { others, ...shown } = await showOthers(asking, new Set(due.map(({ sourceId }) => sourceId)));
  let control: Control = shown;
  for (const other of others) {
    const result = await ask(asking, other);
    const failure = failureOf({ result });
    const cost = sumOf([control, result.ok ? result.value : result.error]);
    if (!failure) return { ...cost, isAnswered: true };
    control = { ...cost, isAnswered: false, failure };
    if (isOfSource(failure)) break;
  }
  return control;
};

/**
 * Others that the query of the run shows, or else one without parts. What a source refuses shows none, and is no failure.
 * Some show nothing of all at once: then one part after the other is looked at, since a part may be refused, too.
 */
const showOthers = async (
  { source, query, signal, quota }: Asking,
  known: ReadonlySet<string>,
): Promise<Control & { readonly others: readonly InquiredVacancy[] }> => {
  const questions: SplitRequest[] = [{ query, slice: EVERYTHING }];
  if (Object.keys(query).length > 0) questions.push({ query: {}, slice: EVERYTHING });
  let cost: Cost = NOT_ASKED;
  for (const question of questions) {
    const page = await source.page({ ...question, cursor: null }, signal, quota);
    cost = sumOf([cost, page.ok ? page.value : page.error]);
    if (!page.ok && isRefusal(page.error)) continue;
    if (!page.ok) return { ...cost, others: [], isAnswered: false, failure: page.error };
    const { vacancies, found, reachable } = page.value;
    const others = vacancies.filter(({ sourceId }) => !known.has(sourceId)).slice(0, OTHERS);
    if (others.length > 0) return { ...cost, others, isAnswered: false };
    if (question.slice !== EVERYTHING || reachable > 0 || found === 0) continue;
    const split = await source.split(question, signal, quota);
    cost = sumOf([cost, split.ok ? split.value : split.error]);
    if (!split.ok) return { ...cost, others: [], isAnswered: false, failure: split.error };
    questions.push(...split.value.slices.map((slice) => ({ query: question.query, slice })));
  }
  return { ...cost, others: [], isAnswered: false };
};

export const costOf = (asked: readonly Asked[]): Cost =>
  sumOf(asked.map(({ result }) => (result.ok ? result.value : result.error)));

export const sumOf = (costs: readonly Partial<Cost>[]): Cost => ({
  requests: costs.reduce((sum, { requests = 0 }) => sum + requests, 0),
  throttled: costs.reduce((sum, { throttled = 0 }) => sum + throttled, 0),
});
