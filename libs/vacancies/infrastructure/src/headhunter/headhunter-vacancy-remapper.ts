import { ok, type Result } from '@job-scope/kernel';
import type { VacancySnapshot } from '@job-scope/vacancies-domain';
import type { RemapFailure, VacancyPayload, VacancyRemapper } from '@job-scope/vacancies-ports';
import { mapDetails } from './map-details';
import { mapVacancy } from './map-vacancy';

/** Understands items of the search, and the answers about single vacancies that told their details. */
export class HeadHunterVacancyRemapper implements VacancyRemapper {
  readonly name = 'headhunter';

  remap({ raw, detailsRaw }: Pick<VacancyPayload, 'raw' | 'detailsRaw'>): Result<VacancySnapshot, RemapFailure> {
    const vacancy = mapVacancy(raw);
    if (!vacancy.ok || detailsRaw === null) return vacancy;
    const details = mapDetails(detailsRaw);
    return details.ok ? ok({ ...vacancy.value, details: details.value }) : details;
  }
}
