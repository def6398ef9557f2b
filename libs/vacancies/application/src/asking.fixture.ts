import { err, ok, type CancelSignal } from '@job-scope/kernel';
import type { CollectionQuery, Slice } from '@job-scope/vacancies-domain';
import type { RequestQuota, SourcePageRequest, SplitRequest } from '@job-scope/vacancies-ports';
import {
  anEmployer,
  aSnapshot,
  InMemoryInquiringSource,
  OpenBudget,
  type SourceWorld,
} from '@job-scope/vacancies-testing';
import { Collecting, snapshots } from './collecting.fixture';

/** With a source that can be asked for single vacancies. */
export const asking = (count: number) => {
  const collection = new Collecting();
  collection.world.vacancies = snapshots(count);
  const source = new InMemoryInquiringSource(collection.world, new OpenBudget());
  collection.source = source;
  /** Identifiers that were asked for since the last look, in order of their numbers. */
  const asked = () => source.asked.splice(0).sort((a, b) => Number(a) - Number(b));
  return { collection, world: collection.world, source, asked };
};

export const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

export const of = (employer: string, sourceId: string) =>
  aSnapshot({ sourceId, employer: anEmployer(employer, employer) });

/** Shows the vacancies of an employer, and nothing of all employers at once. */
export class EmployerByEmployer extends InMemoryInquiringSource {
  /** Employers that it does not know any more. */
  readonly closed = new Set<string>();

  constructor(
    world: SourceWorld,
    private readonly employers: readonly string[],
  ) {
    super(world, new OpenBudget());
  }

  override async page(request: SourcePageRequest, signal: CancelSignal, quota?: RequestQuota) {
    const employer = request.slice.filters['employer'];
    const refusal = err({ code: 'source.query-refused', detail: `no employer ${employer ?? 'is named'}` } as const);
    if (employer !== undefined) return this.closed.has(employer) ? refusal : super.page(request, signal, quota);
    const { length: found } = this.named(request.query);
    if (found === 0) return refusal;
    return ok({ vacancies: [], rejected: [], found, reachable: 0, next: null, requests: 0 });
  }

  override async split({ query, slice }: SplitRequest) {
    const employers = slice.filters['employer'] === undefined ? this.named(query) : [];
    return ok({ slices: employers.map((employer) => ({ ...slice, filters: { employer } })), requests: 0 });
  }

  employersIn(slices: readonly Slice[]): readonly string[] {
    return slices.flatMap(({ filters }) => filters['employer'] ?? []);
  }

  protected override show(from: number, slice: Slice) {
    const { vacancies } = this.world;
    const employer = slice.filters['employer'];
    this.world.vacancies = vacancies.filter((one) => employer === undefined || one.employer?.id === employer);
    const page = super.show(from, slice);
    this.world.vacancies = vacancies;
    return page;
  }

  private named({ employers }: CollectionQuery): readonly string[] {
    return employers ?? this.employers;
  }
}
