import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { provideUseCase } from '@job-scope/platform-nest';
import {
  ChangeVacancy,
  CreateVacancy,
  DeleteVacancy,
  GiveBackField,
  HideVacancy,
  ListEditedFields,
  ListHiddenVacancies,
  ShowVacancy,
} from '@job-scope/vacancies-application';
import {
  CONTENT_HASHER,
  CURRENCY_RATES,
  HIDDEN_VACANCY_READER,
  HTML_CLEANER,
  VACANCY_READER,
  VACANCY_UNIT_OF_WORK,
} from '@job-scope/vacancies-ports';

const WRITING = [VACANCY_UNIT_OF_WORK, VACANCY_READER, HTML_CLEANER, CONTENT_HASHER, CURRENCY_RATES] as const;

/** What superusers decide of single vacancies. */
export const vacancyAdministrationUseCases = [
  provideUseCase(CreateVacancy, ...WRITING, CLOCK, ID_GENERATOR),
  provideUseCase(ChangeVacancy, ...WRITING, CLOCK),
  provideUseCase(ListEditedFields, VACANCY_READER),
  provideUseCase(GiveBackField, VACANCY_UNIT_OF_WORK, CONTENT_HASHER, CURRENCY_RATES, CLOCK),
  provideUseCase(ListHiddenVacancies, HIDDEN_VACANCY_READER),
  provideUseCase(HideVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(ShowVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(DeleteVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
];
