import type { Schedule } from '@job-scope/vacancies-domain';
import type { ScheduleRepository } from '@job-scope/vacancies-ports';
import type { StoredState } from './in-memory-vacancy-database';

export class InMemoryScheduleRepository implements ScheduleRepository {
  constructor(private readonly state: StoredState) {}

  async addIfAbsent(schedule: Schedule): Promise<void> {
    const names = [...this.state.schedules.values()].map(({ name }) => name);
    if (!names.includes(schedule.name)) this.state.schedules.set(schedule.id, structuredClone(schedule));
  }

  async lockDue(now: Date, limit: number): Promise<readonly Schedule[]> {
    const due = [...this.state.schedules.values()].filter(({ enabled, nextFireAt }) => enabled && nextFireAt <= now);
    due.sort((a, b) => a.nextFireAt.getTime() - b.nextFireAt.getTime());
    return structuredClone(due.slice(0, limit));
  }

  async recordFire(scheduleId: string, fireAt: Date, runId: string): Promise<boolean> {
    const key = `${scheduleId} ${fireAt.toISOString()}`;
    if (this.state.fires.has(key)) return false;
    this.state.fires.set(key, { runId });
    return true;
  }

  async setNextFire(scheduleId: string, at: Date): Promise<void> {
    const schedule = this.state.schedules.get(scheduleId);
    if (!schedule) throw new Error(`schedule ${scheduleId} is not stored`);
    this.state.schedules.set(scheduleId, { ...schedule, nextFireAt: new Date(at) });
  }
}
