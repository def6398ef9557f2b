import { CLOCK } from '@job-scope/kernel';
import { provideUseCase } from '@job-scope/platform-nest';
import { DeleteVacancy, HideVacancy, ShowVacancy } from '@job-scope/vacancies-application';
import { VACANCY_UNIT_OF_WORK } from '@job-scope/vacancies-ports';

/** What superusers decide of single vacancies. */
export const vacancyAdministrationUseCases = [
  provideUseCase(HideVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(ShowVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
  provideUseCase(DeleteVacancy, VACANCY_UNIT_OF_WORK, CLOCK),
];
