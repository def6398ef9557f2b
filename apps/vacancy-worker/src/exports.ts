import { CLOCK } from '@job-scope/kernel';
import { bind, provideUseCase, type Binding } from '@job-scope/platform-nest';
import { AdvanceExports, RemoveExpiredExports } from '@job-scope/vacancies-application';
import { DiskExportFiles } from '@job-scope/vacancies-infrastructure/node';
import { PostgresExportQueue } from '@job-scope/vacancies-infrastructure/postgres';
import {
  EXPORT_FILES,
  EXPORT_QUEUE,
  VACANCY_SEARCH_READER,
  type VacancySearchReader,
} from '@job-scope/vacancies-ports';
import type { Provider } from '@nestjs/common';
import type { WorkerSettings } from './settings';

export const exportUseCases: readonly Provider[] = [
  provideUseCase(AdvanceExports, EXPORT_QUEUE, VACANCY_SEARCH_READER, EXPORT_FILES, CLOCK),
  provideUseCase(RemoveExpiredExports, EXPORT_QUEUE, EXPORT_FILES, CLOCK),
];

type Database = ConstructorParameters<typeof PostgresExportQueue>[0];

/** Exports read what searches find, as gateways do. */
export const exportBindings = (
  { mediaDir }: Pick<WorkerSettings, 'mediaDir'>,
  database: Database,
  reader: VacancySearchReader,
): readonly Binding[] => [
  bind(VACANCY_SEARCH_READER, reader),
  bind(EXPORT_QUEUE, new PostgresExportQueue(database)),
  bind(EXPORT_FILES, new DiskExportFiles(mediaDir)),
];
