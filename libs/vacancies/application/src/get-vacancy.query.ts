import { err, ok, type Result } from '@job-scope/kernel';
import type { VacancyReader } from '@job-scope/vacancies-ports';
import { toVacancyView, type VacancyView } from './vacancy.view';

export type GetVacancyFailure = { readonly code: 'vacancies.not-found' };

/** An employer that publishes one title a hundred times has as many duplicates; nobody reads them all. */
const MAX_GROUP = 21;

/** Shows one vacancy, closed ones too, with its duplicates. */
export class GetVacancy {
  constructor(private readonly reader: VacancyReader) {}

  async execute(id: string): Promise<Result<VacancyView, GetVacancyFailure>> {
    const vacancy = await this.reader.byId(id);
    if (!vacancy) return err({ code: 'vacancies.not-found' });
    const group = vacancy.duplicateKey === null ? [] : await this.reader.duplicatesOf(id, MAX_GROUP);
    return ok(toVacancyView(vacancy, group));
  }
}
