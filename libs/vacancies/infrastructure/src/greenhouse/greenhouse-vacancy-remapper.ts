import type { Result } from '@job-scope/kernel';
import type { VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RemapFailure, VacancyPayload, VacancyRemapper } from '@job-scope/vacancies-ports';
import { mapVacancy } from './map-vacancy';

/** A board tells all that there is of a job: there are no details with a payload of their own. */
export class GreenhouseVacancyRemapper implements VacancyRemapper {
  readonly name = 'greenhouse';

  remap({ raw }: Pick<VacancyPayload, 'raw' | 'detailsRaw'>): Result<VacancySnapshot, RemapFailure> {
    return mapVacancy(raw);
  }
}
