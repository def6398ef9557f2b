import { OverloadError } from '@job-scope/platform-nest';
import type {
  CountGrouping,
  SalaryFigures,
  SalaryGrouping,
  Statistics,
  StatisticsGroup,
  StatisticsRequest,
  VacancyCount,
  VacancyFilters,
  VacancyStatistics,
} from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import type { Statement } from './conditions';
import { COUNTS, extentSql, isTime, SALARIES, statisticsSql, type Measure } from './statistics-sql';
import { tookTooLong } from './took-too-long';

/** Of more, a part is drawn: percentiles of so many are within half a hundredth of those of all. */
const MAX_READ = 50_000;

type Row<Figures> = Figures & StatisticsGroup & { readonly whole: boolean };

/** Computes from `vacancies.search_documents`, which is kept whatever engine answers searches. */
export class PostgresVacancyStatistics implements VacancyStatistics {
  constructor(
    private readonly dataSource: DataSource,
    private readonly maxRead = MAX_READ,
  ) {}

  async salaries(request: StatisticsRequest<SalaryGrouping>): Promise<Statistics<SalaryFigures>> {
    const share = await this.shareOf(request.filters);
    const rows = await this.rows<SalaryFigures>(SALARIES, request, share);
    const scaled = ({ vacancies, withSalary, estimated, percentiles }: SalaryFigures): SalaryFigures => ({
      vacancies: extrapolated(vacancies, share),
      withSalary: extrapolated(withSalary, share),
      estimated: extrapolated(estimated, share),
      percentiles,
    });
    return statisticsOf(request.by, rows, share, scaled);
  }

  async counts(request: StatisticsRequest<CountGrouping>): Promise<Statistics<VacancyCount>> {
    const share = await this.shareOf(request.filters);
    const rows = await this.rows<VacancyCount>(COUNTS, request, share);
    return statisticsOf(request.by, rows, share, ({ vacancies }) => ({ vacancies: extrapolated(vacancies, share) }));
  }

  /** How much of the table is to be read. */
  private async shareOf(filters: VacancyFilters): Promise<number> {
    const [extent] = await this.run<{ matching: number; about: number }>(extentSql(filters, this.maxRead));
    const { matching, about } = extent ?? { matching: 0, about: 0 };
    return matching <= this.maxRead || about <= matching ? 1 : this.maxRead / about;
  }

  private rows<Figures>(
    measure: Measure,
    request: StatisticsRequest<SalaryGrouping | CountGrouping>,
    share: number,
  ): Promise<readonly Row<Figures>[]> {
    return this.run<Row<Figures>>(statisticsSql(measure, request, share));
  }

  private async run<Result>({ sql, parameters }: Statement): Promise<Result[]> {
    try {
      return await this.dataSource.query<Result[]>(sql, parameters);
    } catch (error) {
      if (tookTooLong(error)) throw new OverloadError('statistics took PostgreSQL too long', { cause: error });
      throw error;
    }
  }
}

const extrapolated = (count: number, share: number): number => Math.round(count / share);

const statisticsOf = <Figures>(
  by: SalaryGrouping | CountGrouping,
  rows: readonly Row<Figures>[],
  share: number,
  scaled: (figures: Figures) => Figures,
): Statistics<Figures> => {
  const all = rows.find(({ whole }) => whole);
  if (!all) throw new Error('PostgreSQL gave no figures of all vacancies');
  const groups = rows.filter(({ whole }) => !whole).map((row) => ({ id: row.id, name: row.name, ...scaled(row) }));
  return { exact: share === 1, all: scaled(all), groups: isTime(by) ? groups.reverse() : groups };
};
