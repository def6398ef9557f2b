import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { provideUseCase } from '@job-scope/platform-nest';
import {
  ChangeSchedule,
  CreateSchedule,
  DeleteSchedule,
  GetSchedule,
  ListSchedules,
  PauseSchedule,
  ResumeSchedule,
  RunSchedule,
} from '@job-scope/vacancies-application';
import {
  COLLECTION_RUN_READER,
  CONTENT_HASHER,
  CRON_CALCULATOR,
  SCHEDULE_READER,
  VACANCY_UNIT_OF_WORK,
} from '@job-scope/vacancies-ports';

/** What superusers may do to schedules; the scheduler fires them. */
export const scheduleUseCases = [
  provideUseCase(ListSchedules, SCHEDULE_READER),
  provideUseCase(GetSchedule, SCHEDULE_READER, CRON_CALCULATOR),
  provideUseCase(CreateSchedule, VACANCY_UNIT_OF_WORK, CRON_CALCULATOR, CLOCK, ID_GENERATOR),
  provideUseCase(ChangeSchedule, VACANCY_UNIT_OF_WORK, CRON_CALCULATOR, CLOCK),
  provideUseCase(PauseSchedule, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(ResumeSchedule, VACANCY_UNIT_OF_WORK, CRON_CALCULATOR, CLOCK),
  provideUseCase(DeleteSchedule, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(RunSchedule, VACANCY_UNIT_OF_WORK, COLLECTION_RUN_READER, CONTENT_HASHER, CLOCK, ID_GENERATOR),
];
