import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import { bisectByTime, type Slice, type VacancySnapshot } from '@job-scope/vacancies-domain';
import type {
  RejectedItem,
  RequestQuota,
  SourceFailure,
  SourcePage,
  SourcePageRequest,
  SourceRequestBudget,
  Split,
  SplitRequest,
  VacancySource,
} from '@job-scope/vacancies-ports';

/** What a source answers at the moment. */
export type SourceMood =
  | 'well'
  | 'blocked'
  | 'unauthorized'
  | 'refusing'
  | 'rate-limited'
  /** A gateway answers in HTML for it. */
  | 'down'
  /** Resets every connection. */
  | 'resetting'
  /** Its answers break off in the middle. */
  | 'truncating'
  /** Takes requests and never answers. */
  | 'silent'
  /** Adds fields that no document knows. */
  | 'talkative'
  /** Leaves out all that a vacancy can do without: the employer, for one. */
  | 'terse';

/** An aggregator whose world the test rules. */
export class SourceWorld {
  vacancies: readonly VacancySnapshot[] = [];
  /** Vacancies that cannot be understood, by their identifier. */
  readonly spoiled = new Set<string>();
  mood: SourceMood = 'well';
  pageSize = 3;
  /** The source shows no more than this of one search, whatever it has. */
  depth = Infinity;
  /** Whether slices can be made smaller. */
  divisible = true;
  /** What the source takes for the present: slices without an end are cut before it. */
  now = new Date();
  /** Requests that have come in. */
  requests = 0;
}

/** What a source that is `rate-limited` asks for in its `Retry-After`. */
export const RETRY_AFTER_SECONDS = 60;

const PAUSE_MS = RETRY_AFTER_SECONDS * 1000;

/** The cursor is the number of vacancies that were shown. */
export class InMemoryVacancySource implements VacancySource {
  readonly name = 'headhunter';

  constructor(
    protected readonly world: SourceWorld,
    protected readonly budget: SourceRequestBudget,
  ) {}

  async page(
    request: SourcePageRequest,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<SourcePage, SourceFailure>> {
    if (quota && !(await quota.take())) return err({ code: 'quota.used-up', detail: 'no more may be sent' });
    const allowed = await this.budget.take(this.name, signal);
    if (!allowed.ok) {
      quota?.putBack();
      const { until, reason } = allowed.error;
      const retryAfterMs = Math.max(0, until.getTime() - Date.now());
      return err({ code: 'source.rate-limited', detail: reason, retryAfterMs, withheld: true });
    }
    this.world.requests += 1;
    const { mood } = this.world;
    if (mood !== 'well' && mood !== 'talkative' && mood !== 'terse') return this.refuse(mood, signal);
    return ok(this.show(Number(request.cursor ?? 0), request.slice));
  }

  async split({ slice }: SplitRequest): Promise<Result<Split, SourceFailure>> {
    return ok({ slices: this.world.divisible ? bisectByTime(slice, this.world.now) : [], requests: 0 });
  }

  protected show(from: number, slice: Slice): SourcePage {
    const { spoiled, pageSize, depth } = this.world;
    const all = this.world.vacancies.filter((vacancy) => isIn(slice, vacancy));
    const to = Math.min(from + pageSize, all.length, depth);
    const shown = all.slice(from, to);
    return {
      vacancies: structuredClone(shown.filter(({ sourceId }) => !spoiled.has(sourceId))),
      rejected: shown
        .filter(({ sourceId }) => spoiled.has(sourceId))
        .map(({ sourceId, raw }): RejectedItem => ({ sourceId, reason: 'name must be a text, is null', raw })),
      found: all.length,
      reachable: Math.min(all.length, depth),
      next: to < Math.min(all.length, depth) ? String(to) : null,
      requests: 1,
    };
  }

  private async refuse(
    mood: Exclude<SourceMood, 'well' | 'talkative' | 'terse'>,
    signal: CancelSignal,
  ): Promise<Result<SourcePage, SourceFailure>> {
    const detail = `the source is ${mood}`;
    switch (mood) {
      case 'blocked':
        await this.budget.block(this.name, new Date(Date.now() + PAUSE_MS), detail);
        return err({ code: 'source.blocked', cause: 'ban', detail });
      case 'unauthorized':
        return err({ code: 'source.unauthorized', cause: 'token', detail });
      case 'refusing':
        return err({ code: 'source.query-refused', detail });
      case 'down':
      case 'resetting':
      case 'truncating':
        return err({ code: 'source.unavailable', detail });
      case 'rate-limited':
        await this.budget.block(this.name, new Date(Date.now() + PAUSE_MS), detail);
        return err({ code: 'source.rate-limited', detail, retryAfterMs: PAUSE_MS });
      case 'silent':
        return cancelled(signal);
    }
  }
}

const isIn = ({ publishedFrom, publishedTo }: Slice, { publishedAt }: VacancySnapshot): boolean =>
  (!publishedFrom || publishedAt >= publishedFrom) && (!publishedTo || publishedAt <= publishedTo);

const cancelled = (signal: CancelSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const stop = () => reject(new DOMException('The request was cancelled', 'AbortError'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
