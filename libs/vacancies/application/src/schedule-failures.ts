import type { FieldFault } from '@job-scope/kernel';

export interface InvalidScheduleFailure {
  readonly code: 'schedules.invalid';
  readonly fields: readonly FieldFault[];
}

export const scheduleNotFound = { code: 'schedules.not-found' } as const;
export const scheduleNameTaken = {
  code: 'schedules.name-taken',
  fields: [{ pointer: '/name', message: 'is the name of another schedule' }],
} as const;
export const scheduleChangedMeanwhile = { code: 'schedules.changed-meanwhile' } as const;

export type ScheduleNotFound = typeof scheduleNotFound;
export type ScheduleNameTaken = typeof scheduleNameTaken;
export type ScheduleChangedMeanwhile = typeof scheduleChangedMeanwhile;
