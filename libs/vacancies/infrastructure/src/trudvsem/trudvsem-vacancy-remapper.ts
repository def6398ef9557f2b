import type { Result } from '@job-scope/kernel';
import type { VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RemapFailure, VacancyPayload, VacancyRemapper } from '@job-scope/vacancies-ports';
import { mapVacancy } from './map-vacancy';

/** Lists tell all that the portal knows of a vacancy: there are no details with a payload of their own. */
export class TrudvsemVacancyRemapper implements VacancyRemapper {
  readonly name = 'trudvsem';

  remap({ raw }: Pick<VacancyPayload, 'raw' | 'detailsRaw'>): Result<VacancySnapshot, RemapFailure> {
    return mapVacancy(raw);
  }
}
