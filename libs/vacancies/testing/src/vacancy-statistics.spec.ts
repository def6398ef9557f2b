import { InMemoryVacancyStatistics } from './in-memory-vacancy-statistics';
import { failedCases } from './suite';
import { describeVacancyStatistics, vacancyStatisticsCases } from './vacancy-statistics.suite';

const harnessOf = (Statistics: typeof InMemoryVacancyStatistics) => async () => {
  const statistics = new Statistics();
  return {
    statistics,
    put: async (vacancies: InMemoryVacancyStatistics['entries']) => void statistics.entries.push(...vacancies),
  };
};

describeVacancyStatistics('InMemoryVacancyStatistics', harnessOf(InMemoryVacancyStatistics));

class TakesUnknownForNothing extends InMemoryVacancyStatistics {
  override async salaries(request: Parameters<InMemoryVacancyStatistics['salaries']>[0]) {
    const statistics = await super.salaries(request);
    return { ...statistics, all: { ...statistics.all, percentiles: statistics.all.percentiles ?? [0, 0, 0, 0, 0] } };
  }
}

class CountsDuplicates extends InMemoryVacancyStatistics {
  override async counts({ filters, ...request }: Parameters<InMemoryVacancyStatistics['counts']>[0]) {
    return super.counts({ ...request, filters: { ...filters, includeDuplicates: true } });
  }
}

describe('the suite of VacancyStatistics refuses', () => {
  it.each([
    [TakesUnknownForNothing, 'nothing has no percentiles, and is not nought'],
    [CountsDuplicates, 'open vacancies count, each of a group of duplicates once, unless asked otherwise'],
  ])('%p', async (Statistics, title) => {
    expect(await failedCases(vacancyStatisticsCases, harnessOf(Statistics))).toContain(title);
  });
});
