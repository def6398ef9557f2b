import type { Schedule, ScheduleFire, ScheduleProgress } from '@job-scope/vacancies-domain';
import type { ScheduleRepository } from '@job-scope/vacancies-ports';
import { scheduleOf } from './in-memory-schedule-reader';
import type { StoredState } from './stored-state';

export class InMemoryScheduleRepository implements ScheduleRepository {
  constructor(private readonly state: StoredState) {}

  async add(schedule: Schedule): Promise<boolean> {
    const { id } = schedule;
    if (this.isTaken(schedule)) return false;
    if (this.state.schedules.has(id)) throw new Error(`schedule ${id} is stored already`);
    this.state.schedules.set(id, structuredClone(schedule));
    return true;
  }

  async lock(id: string): Promise<Schedule | undefined> {
    return structuredClone(scheduleOf(this.state, id));
  }

  async save(schedule: Schedule): Promise<boolean> {
    this.existing(schedule.id);
    if (this.isTaken(schedule)) return false;
    this.state.schedules.set(schedule.id, structuredClone(schedule));
    return true;
  }

  async remove(id: string): Promise<void> {
    this.existing(id);
    this.state.schedules.delete(id);
    this.state.fires.delete(id);
    this.state.firesForgottenUntil.delete(id);
  }

  async lockNextDue(now: Date, except: readonly string[]): Promise<Schedule | undefined> {
    const due = this.active(except).filter(({ dueAt }) => dueAt <= now);
    due.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    return due[0] && this.lock(due[0].id);
  }

  async lockNextWaiting(except: readonly string[]): Promise<Schedule | undefined> {
    const waiting = this.active(except).find(({ id, waitingFireAt }) => waitingFireAt && !this.isCollecting(id));
    return waiting && this.lock(waiting.id);
  }

  async hasOpenRun(id: string): Promise<boolean> {
    return this.isCollecting(id);
  }

  async recordFire(id: string, fire: ScheduleFire): Promise<boolean> {
    this.existing(id);
    const fires = this.state.fires.get(id) ?? [];
    if (fires.some(({ at }) => at.getTime() === fire.at.getTime())) return false;
    if (fire.at.getTime() <= this.forgottenUntil(id)) return false;
    this.state.fires.set(id, [...fires, structuredClone(fire)]);
    return true;
  }

  async settleQueuedFire(id: string, fire: ScheduleFire): Promise<boolean> {
    const isIt = ({ at, outcome }: ScheduleFire) => at.getTime() === fire.at.getTime() && outcome === 'queued';
    const fires = this.state.fires.get(id) ?? [];
    if (!fires.some(isIt)) return false;
    this.state.fires.set(
      id,
      fires.map((earlier) => (isIt(earlier) ? structuredClone(fire) : earlier)),
    );
    return true;
  }

  async advance(id: string, progress: ScheduleProgress): Promise<void> {
    this.state.schedules.set(id, { ...this.existing(id), ...structuredClone(progress) });
  }

  async forgetFires(before: Date, limit: number): Promise<number> {
    const doomed = [...this.state.fires]
      .flatMap(([id, fires]) => fires.map((fire) => ({ id, ...fire, isLast: fires.every(({ at }) => at <= fire.at) })))
      .filter(({ at, outcome, isLast }) => at < before && outcome !== 'queued' && !isLast)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .slice(0, limit);
    for (const { id, at } of doomed) {
      const rest = (this.state.fires.get(id) ?? []).filter((fire) => fire.at.getTime() !== at.getTime());
      this.state.fires.set(id, rest);
      if (at.getTime() > this.forgottenUntil(id)) this.state.firesForgottenUntil.set(id, at);
    }
    return doomed.length;
  }

  private forgottenUntil(id: string): number {
    return this.state.firesForgottenUntil.get(id)?.getTime() ?? Number.NEGATIVE_INFINITY;
  }

  private existing(id: string): Schedule {
    const schedule = this.state.schedules.get(id);
    if (!schedule) throw new Error(`schedule ${id} is not stored`);
    return schedule;
  }

  private isTaken({ id, name }: Schedule): boolean {
    return [...this.state.schedules.values()].some((other) => other.name === name && other.id !== id);
  }

  private active(except: readonly string[]): Schedule[] {
    return [...this.state.schedules.values()].filter(({ id, paused }) => !paused && !except.includes(id));
  }

  private isCollecting(id: string): boolean {
    return [...this.state.runs.values()].some(
      ({ requestedBy: by, status }) => by.kind === 'schedule' && by.scheduleId === id && status !== 'finished',
    );
  }
}
