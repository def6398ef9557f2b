import { ok, type Result } from '@job-scope/kernel';
import { bisectByTime, type Slice, type VacancySnapshot } from '@job-scope/vacancies-domain';
import type { SourceFailure, Split, SplitRequest } from '@job-scope/vacancies-ports';
import { aSnapshot, InMemoryInquiringSource, OpenBudget, type SourceWorld } from '@job-scope/vacancies-testing';

const MINUTE = 60_000;
const AREAS = ['0', '1', '2'];
const ROLES = ['0', '1'];

/** Where a vacancy stands before anything happens: published so many times five minutes ago, in an area, for a role. */
export interface Place {
  readonly slot: number;
  readonly area: number;
  readonly role: number;
}

/** What happens to the vacancy at a position, or to a new one. */
export interface Happening {
  readonly kind: 'published' | 'removed' | 'republished';
  readonly position: number;
}

/**
 * A source that shows the newest first, and can be asked for times, areas and roles. After each page that it shows,
 * something may happen to its list. `anchor` is never touched.
 */
export class Market extends InMemoryInquiringSource {
  override completesLists = false;
  /** Vacancies that were taken off, published, or published again since the beginning. */
  readonly touched = new Set<string>();
  private pages = 0;
  private published = 0;

  constructor(
    world: SourceWorld,
    now: Date,
    places: readonly Place[],
    private readonly happenings: readonly (readonly Happening[])[],
  ) {
    super(world, new OpenBudget());
    const anchor = snapshot('anchor', now, { slot: 300, area: 0, role: 0 });
    // A slice that cannot be cut holds three of these at most, which is a page: it cannot shift.
    Object.assign(world, { pageSize: 3, depth: 6, now });
    world.vacancies = newestFirst([anchor, ...places.map((place, index) => snapshot(`v${index}`, now, place))]);
  }

  protected override show(from: number, slice: Slice) {
    const { area, role } = slice.filters;
    const { vacancies } = this.world;
    this.world.vacancies = vacancies.filter(
      (one) => (area ?? one.area?.id) === one.area?.id && (role ?? roleOf(one)) === roleOf(one),
    );
    const page = super.show(from, slice);
    this.world.vacancies = vacancies;
    for (const happening of this.happenings[this.pages] ?? []) this.happen(happening);
    this.pages += 1;
    return page;
  }

  override async split({ slice }: SplitRequest): Promise<Result<Split, SourceFailure>> {
    const halves = bisectByTime(slice, this.world.now);
    const by = (name: string, values: readonly string[]) =>
      values.map((value) => ({ ...slice, filters: { ...slice.filters, [name]: value } }));
    if (halves.length > 0) return ok({ slices: halves, requests: 0 });
    if (!slice.filters['area']) return ok({ slices: by('area', AREAS), requests: 0 });
    return ok({ slices: slice.filters['role'] ? [] : by('role', ROLES), requests: 0 });
  }

  private happen({ kind, position }: Happening): void {
    const { world } = this;
    world.now = new Date(world.now.getTime() + 20 * MINUTE);
    const others = world.vacancies.filter(({ sourceId }) => sourceId !== 'anchor');
    const chosen = others[position % Math.max(1, others.length)];
    if (kind !== 'published' && !chosen) return;
    const place = { slot: 0, area: position % AREAS.length, role: position % ROLES.length };
    const changed = kind === 'published' ? snapshot(`new${this.published++}`, world.now, place) : chosen;
    if (!changed) return;
    this.touched.add(changed.sourceId);
    const left = world.vacancies.filter((one) => one !== changed);
    world.vacancies = kind === 'removed' ? left : newestFirst([...left, { ...changed, publishedAt: world.now }]);
  }
}

const roleOf = ({ professionalRoles: [role] }: VacancySnapshot): string | undefined => role?.id;

const snapshot = (sourceId: string, now: Date, { slot, area, role }: Place): VacancySnapshot =>
  aSnapshot({
    sourceId,
    publishedAt: new Date(now.getTime() - slot * 5 * MINUTE),
    area: { id: String(area), name: `area ${area}` },
    professionalRoles: [{ id: String(role), name: `role ${role}` }],
  });

const newestFirst = (vacancies: readonly VacancySnapshot[]): readonly VacancySnapshot[] =>
  [...vacancies].sort(
    (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.sourceId < b.sourceId ? 1 : -1),
  );
