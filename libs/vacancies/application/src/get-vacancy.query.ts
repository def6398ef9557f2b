import { err, ok, type Result } from '@job-scope/kernel';
import type { VacancyReader } from '@job-scope/vacancies-ports';
import { toVacancyView, type VacancyView } from './vacancy.view';

export type GetVacancyFailure = { readonly code: 'vacancies.not-found' };

/** Shows one vacancy, closed ones too. */
export class GetVacancy {
  constructor(private readonly reader: VacancyReader) {}

  async execute(id: string): Promise<Result<VacancyView, GetVacancyFailure>> {
    const vacancy = await this.reader.byId(id);
    return vacancy ? ok(toVacancyView(vacancy)) : err({ code: 'vacancies.not-found' });
  }
}
