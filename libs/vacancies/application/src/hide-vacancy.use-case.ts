import type { Clock, Result } from '@job-scope/kernel';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { Withholder, type WithholdVacancyFailure, type WithholdVacancyInput } from './withhold-vacancy';

/** Keeps a vacancy from every reader until it is shown again, whatever its source says. */
export class HideVacancy {
  private readonly withholder: Withholder;

  constructor(unitOfWork: VacancyUnitOfWork, clock: Clock) {
    this.withholder = new Withholder(unitOfWork, clock);
  }

  execute(input: WithholdVacancyInput): Promise<Result<void, WithholdVacancyFailure>> {
    return this.withholder.set(input, 'hidden', 'vacancy.hidden');
  }
}
