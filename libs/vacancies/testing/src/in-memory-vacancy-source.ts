import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import { bisectByTime, type Slice, type VacancySnapshot } from '@job-scope/vacancies-domain';
import type {
  RejectedItem,
  SourceFailure,
  SourcePage,
  SourcePageRequest,
  SourceRequestBudget,
  Split,
  SplitRequest,
  VacancySource,
} from '@job-scope/vacancies-ports';

/** What a source answers at the moment. */
export type SourceMood = 'well' | 'blocked' | 'unauthorized' | 'refusing' | 'rate-limited' | 'down' | 'silent';

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

const PAUSE_MS = 60_000;

/** The cursor is the number of vacancies that were shown. */
export class InMemoryVacancySource implements VacancySource {
  readonly name = 'headhunter';

  constructor(
    protected readonly world: SourceWorld,
    protected readonly budget: SourceRequestBudget,
  ) {}

  async page(request: SourcePageRequest, signal: CancelSignal): Promise<Result<SourcePage, SourceFailure>> {
    const allowed = await this.budget.take(this.name, signal);
    if (!allowed.ok) {
      const { until, reason } = allowed.error;
      const retryAfterMs = Math.max(0, until.getTime() - Date.now());
      return err({ code: 'source.rate-limited', detail: reason, retryAfterMs });
    }
    this.world.requests += 1;
    if (this.world.mood === 'well') return ok(this.show(Number(request.cursor ?? 0), request.slice));
    return this.refuse(this.world.mood, signal);
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
        .map(({ sourceId }): RejectedItem => ({ sourceId, reason: 'name must be a text, is null' })),
      found: all.length,
      reachable: Math.min(all.length, depth),
      next: to < Math.min(all.length, depth) ? String(to) : null,
      requests: 1,
    };
  }

  private async refuse(
    mood: Exclude<SourceMood, 'well'>,
    signal: CancelSignal,
  ): Promise<Result<SourcePage, SourceFailure>> {
    const detail = `the source is ${mood}`;
    switch (mood) {
      case 'blocked':
        await this.budget.block(this.name, new Date(Date.now() + PAUSE_MS), detail);
        return err({ code: 'source.blocked', detail });
      case 'unauthorized':
        return err({ code: 'source.unauthorized', detail });
      case 'refusing':
        return err({ code: 'source.query-refused', detail });
      case 'down':
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
