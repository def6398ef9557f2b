import { err, ok, type Result } from '@job-scope/kernel';
import type { VacancyReader } from '@job-scope/vacancies-ports';
import type { GetVacancyFailure } from './get-vacancy.query';

/** Lists the fields of a vacancy that superusers have changed, and its source changes no more. */
export class ListEditedFields {
  constructor(private readonly vacancies: VacancyReader) {}

  async execute(id: string): Promise<Result<readonly string[], GetVacancyFailure>> {
    const fields = await this.vacancies.editedFieldsOf(id);
    return fields ? ok(fields) : err({ code: 'vacancies.not-found' });
  }
}
