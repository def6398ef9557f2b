import type { VacancyChange } from '@job-scope/vacancies-domain';
import { toSalaryView, type SalaryView } from './salary.view';

export interface ChangeView<T> {
  readonly before: T;
  readonly after: T;
}

/** What became of a vacancy between two revisions; null where nothing changed. */
export interface VacancyChangeView {
  readonly revision: number;
  readonly at: Date;
  readonly title: ChangeView<string> | null;
  readonly salary: ChangeView<SalaryView | null> | null;
  /** Plain text. */
  readonly description: { readonly before: string | null } | null;
  readonly state: ChangeView<'active' | 'archived' | 'gone'> | null;
}

export const toVacancyChangeView = ({ salary, ...change }: VacancyChange): VacancyChangeView => ({
  ...change,
  salary: salary && {
    before: salary.before && toSalaryView(salary.before),
    after: salary.after && toSalaryView(salary.after),
  },
});
