import type { Reference, Vacancy } from '@job-scope/vacancies-domain';
import type { VacancyStatistics, VacancyToIndex } from '@job-scope/vacancies-ports';
import { monthly } from './search-case';
import { vacancyToFind } from './search-harness';
import type { SuiteCase } from './suite';

export interface VacancyStatisticsHarness {
  readonly statistics: VacancyStatistics;
  put(vacancies: readonly VacancyToIndex[]): Promise<void>;
}

export type StatisticsCase = SuiteCase<VacancyStatisticsHarness>;

const reference = (id: string, name: string): Reference => ({ id, name });
export const [RUSSIA, MOSCOW, ARBAT] = [
  reference('113', 'Россия'),
  reference('1', 'Москва'),
  reference('1.1', 'Арбат'),
];
export const MINSK = reference('1002', 'Минск');
export const [COOK, DRIVER] = [reference('94', 'Повар'), reference('21', 'Водитель')];
export const [NEW, SKILLED] = [reference('noExperience', 'Нет опыта'), reference('moreThan6', 'Более 6 лет')];

export const entry = (of: Partial<Vacancy>, beside: Partial<VacancyToIndex> = {}): VacancyToIndex => ({
  ...{ vacancy: vacancyToFind(of), areaPath: [], isCanonical: true },
  ...beside,
});
export const paid = (from: number | null, to: number | null = from) => monthly(from, to);
export const estimated = (amount: number): Partial<Vacancy> => {
  const { salary, monthlySalary } = monthly(amount, amount);
  return { salary, monthlySalary: monthlySalary && { ...monthlySalary, estimated: true } };
};

export const EVERYWHERE = { filters: {}, limit: 10 } as const;
