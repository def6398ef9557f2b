import type { Clock, Result } from '@job-scope/kernel';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { Withholder, type WithholdVacancyFailure, type WithholdVacancyInput } from './withhold-vacancy';

/** Shows a vacancy again that was hidden. */
export class ShowVacancy {
  private readonly withholder: Withholder;

  constructor(unitOfWork: VacancyUnitOfWork, clock: Clock) {
    this.withholder = new Withholder(unitOfWork, clock);
  }

  execute(input: WithholdVacancyInput): Promise<Result<void, WithholdVacancyFailure>> {
    return this.withholder.set(input, null, 'vacancy.shown');
  }
}
