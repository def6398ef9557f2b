import { isSourceName } from '@job-scope/vacancies-domain';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';

/** Whether workers are to leave a source alone. */
export class IsSourcePaused {
  constructor(private readonly unitOfWork: VacancyUnitOfWork) {}

  execute(source: string): Promise<boolean> {
    return this.unitOfWork.run(
      async ({ switches }) => isSourceName(source) && (await switches.pausedSince(source)) !== null,
    );
  }
}
