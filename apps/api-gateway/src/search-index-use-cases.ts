import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { provideUseCase } from '@job-scope/platform-nest';
import { GetIndexOperation, ReadSearchIndex, RequestIndexOperation } from '@job-scope/vacancies-application';
import {
  INDEX_OPERATION_READER,
  INDEX_REFUSALS,
  STORED_REVISIONS,
  VACANCY_SEARCH_ADMINISTRATIONS,
  VACANCY_UNIT_OF_WORK,
} from '@job-scope/vacancies-ports';

/** What superusers may do to search indexes; workers carry it out. */
export const searchIndexUseCases = [
  provideUseCase(
    ReadSearchIndex,
    VACANCY_SEARCH_ADMINISTRATIONS,
    STORED_REVISIONS,
    INDEX_REFUSALS,
    INDEX_OPERATION_READER,
  ),
  provideUseCase(RequestIndexOperation, VACANCY_UNIT_OF_WORK, VACANCY_SEARCH_ADMINISTRATIONS, CLOCK, ID_GENERATOR),
  provideUseCase(GetIndexOperation, INDEX_OPERATION_READER),
];
