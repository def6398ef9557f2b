import { err, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { Schedule, ScheduleFire } from '@job-scope/vacancies-domain';
import type { ScheduleListFailure, ScheduleReader } from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { StoredState } from './stored-state';

const LIST = 'vacancies/in-memory/schedules';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The schedule as it is read, with what it has fired last. */
export const scheduleOf = (state: Pick<StoredState, 'schedules' | 'fires'>, id: string): Schedule | undefined => {
  const schedule = state.schedules.get(id);
  return schedule && { ...schedule, lastFire: firesOf(state, id)[0] ?? null };
};

const firesOf = ({ fires }: Pick<StoredState, 'fires'>, id: string): readonly ScheduleFire[] =>
  [...(fires.get(id) ?? [])].sort((a, b) => b.at.getTime() - a.at.getTime());

export class InMemoryScheduleReader implements ScheduleReader {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async byId(id: string): Promise<Schedule | undefined> {
    return scheduleOf(this.database.read(), id);
  }

  async list(request: { limit: number; from?: PagePosition }): Promise<Result<Page<Schedule>, ScheduleListFailure>> {
    const { limit, from } = request;
    const [after, ...others] = from?.after ?? [];
    const isOurs = from?.list === LIST && typeof after === 'string' && UUID.test(after) && others.length === 0;
    if (from && !isOurs) return err({ code: 'schedules.cursor-expired' });
    const state = this.database.read();
    const rest = [...state.schedules.keys()].sort().reverse();
    const ids = rest.filter((id) => after === undefined || id < String(after));
    const items = ids.slice(0, limit).flatMap((id) => scheduleOf(state, id) ?? []);
    const last = items.at(-1);
    return ok(last && ids.length > limit ? { items, next: { list: LIST, after: [last.id] } } : { items });
  }

  async lastFires(id: string, limit: number): Promise<readonly ScheduleFire[]> {
    return firesOf(this.database.read(), id).slice(0, limit);
  }
}
