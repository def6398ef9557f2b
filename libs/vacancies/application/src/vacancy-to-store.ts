import {
  contentOf,
  detailsContentOf,
  duplicateKeyOf,
  monthlySalaryOf,
  type RateTable,
  type VacancySnapshot,
} from '@job-scope/vacancies-domain';
import type { ContentHasher, VacancyToStore } from '@job-scope/vacancies-ports';

/** The snapshot with all that is concluded from it. */
export const toVacancyToStore = (
  snapshot: VacancySnapshot,
  hasher: ContentHasher,
  rates: RateTable,
): VacancyToStore => {
  const { details, salary } = snapshot;
  const duplicateKey = duplicateKeyOf(snapshot);
  return {
    snapshot,
    contentHash: hasher.hash(contentOf(snapshot)),
    detailsHash: details && hasher.hash(detailsContentOf(details)),
    duplicateKey: duplicateKey === null ? null : hasher.hash(duplicateKey),
    monthlySalary: monthlySalaryOf(salary, rates),
  };
};
