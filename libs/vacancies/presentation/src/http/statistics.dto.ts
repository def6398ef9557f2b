import { QueryInteger } from '@job-scope/platform-nest/openapi';
import {
  SALARY_STATISTICS_BY,
  VACANCY_COUNTS_BY,
  type ReadSalaryStatisticsInput,
  type ReadVacancyCountsInput,
} from '@job-scope/vacancies-application';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { textOrNull } from './answer-properties';
import { SearchFilterParameters } from './search-filters.dto';

const GROUPS =
  'What to group by. `area` is the region: the area of the second level (or the first where there is no second). `month` ' +
  'and `day` are those of the publication, in Moscow; `currency` is that in which the salary is stated. Who has two roles ' +
  'or skills counts for both.';

class StatisticsFilterParameters extends PickType(SearchFilterParameters, [
  ...(['source', 'areaId', 'area', 'employerId', 'employer', 'professionalRoleId', 'professionalRole'] as const),
  ...(['experienceId', 'experience', 'skill', 'publishedFrom', 'publishedTo', 'state'] as const),
]) {
  @QueryInteger('How many groups at most: the largest ones, or the last months or days.', 1, 400, 20)
  limit: number = 20;
}

export class SalaryStatisticsParameters extends StatisticsFilterParameters {
  @ApiProperty({ enum: [...SALARY_STATISTICS_BY], description: GROUPS })
  @IsIn(SALARY_STATISTICS_BY, { message: `must be one of ${SALARY_STATISTICS_BY.join(', ')}` })
  by!: ReadSalaryStatisticsInput['by'];
}

export class VacancyCountsParameters extends StatisticsFilterParameters {
  @ApiProperty({ enum: [...VACANCY_COUNTS_BY], description: GROUPS })
  @IsIn(VACANCY_COUNTS_BY, { message: `must be one of ${VACANCY_COUNTS_BY.join(', ')}` })
  by!: ReadVacancyCountsInput['by'];
}

const percent = (percentage: number, example: number) =>
  ApiProperty({ type: 'integer', minimum: 0, description: `${percentage} % of the salaries are no higher.`, example });

export class SalaryPercentiles {
  @percent(10, 60_000)
  readonly p10!: number;

  @percent(25, 90_000)
  readonly p25!: number;

  @percent(50, 130_000)
  readonly p50!: number;

  @percent(75, 200_000)
  readonly p75!: number;

  @percent(90, 290_000)
  readonly p90!: number;
}

export class SalaryFigures {
  @ApiProperty({ type: 'integer', minimum: 0, example: 1200 })
  readonly vacancies!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'How many of them state a salary that can be compared; the others have no part in the percentiles.',
    example: 800,
  })
  readonly withSalary!: number;

  @ApiProperty({
    type: 'number',
    nullable: true,
    minimum: 0,
    maximum: 1,
    description:
      'How many of the salaries are estimated (see `monthlySalary` of vacancies), from 0 to 1; null if none.',
    example: 0.35,
  })
  readonly estimatedShare!: number | null;

  @ApiProperty({
    type: () => SalaryPercentiles,
    nullable: true,
    description:
      'In roubles before tax in a month, of the middle of each offer or its only bound. Null without salaries.',
  })
  readonly percentiles!: SalaryPercentiles | null;
}

const groupId = () =>
  textOrNull(
    "The source's own identifier; of a month `2026-01`, of a day `2026-01-31`. Null for an anonymous employer.",
    '1',
  );

export class SalaryGroup extends SalaryFigures {
  @groupId()
  readonly id!: string | null;

  @ApiProperty({ example: 'Москва' })
  readonly name!: string;
}

const EXACT = 'False if very many vacancies match: then a part is drawn and the numbers are extrapolated from it.';
const ORDER = 'The largest first; months and days in their order.';

export class SalaryStatistics {
  @ApiProperty({ description: EXACT })
  readonly exact!: boolean;

  @ApiProperty({ type: () => SalaryFigures })
  readonly all!: SalaryFigures;

  @ApiProperty({ type: () => [SalaryGroup], description: ORDER })
  readonly groups!: readonly SalaryGroup[];
}

export class VacancyGroup {
  @groupId()
  readonly id!: string | null;

  @ApiProperty({ example: 'Москва' })
  readonly name!: string;

  @ApiProperty({ type: 'integer', minimum: 0, example: 1200 })
  readonly vacancies!: number;
}

export class VacancyCounts {
  @ApiProperty({ description: EXACT })
  readonly exact!: boolean;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'In all groups and in none.', example: 5000 })
  readonly total!: number;

  @ApiProperty({ type: () => [VacancyGroup], description: ORDER })
  readonly groups!: readonly VacancyGroup[];
}
