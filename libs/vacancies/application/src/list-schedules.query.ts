import { ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { ScheduleReader } from '@job-scope/vacancies-ports';
import { toScheduleView, type ScheduleView } from './schedule.view';

export interface ListSchedulesInput {
  readonly limit: number;
  readonly from?: PagePosition;
}

export type ListSchedulesFailure = { readonly code: 'schedules.cursor-expired' };

/** Lists schedules, the newest first. */
export class ListSchedules {
  constructor(private readonly reader: ScheduleReader) {}

  async execute(input: ListSchedulesInput): Promise<Result<Page<ScheduleView>, ListSchedulesFailure>> {
    const listed = await this.reader.list(input);
    if (!listed.ok) return listed;
    const { items, next } = listed.value;
    return ok({ items: items.map(toScheduleView), next });
  }
}
