import { CLOCK } from '@job-scope/kernel';
import { provideUseCase } from '@job-scope/platform-nest';
import { ChangeVacancy, DeleteVacancy, HideVacancy, ShowVacancy } from '@job-scope/vacancies-application';
import { CONTENT_HASHER, CURRENCY_RATES, VACANCY_READER, VACANCY_UNIT_OF_WORK } from '@job-scope/vacancies-ports';

/** What superusers decide of single vacancies. */
export const vacancyAdministrationUseCases = [
  provideUseCase(ChangeVacancy, VACANCY_UNIT_OF_WORK, VACANCY_READER, CONTENT_HASHER, CURRENCY_RATES, CLOCK),
  provideUseCase(HideVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(ShowVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(DeleteVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
];
