import { AccessControl } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors } from '@job-scope/platform-nest/openapi';
import { ReadSalaryStatistics, ReadVacancyCounts } from '@job-scope/vacancies-application';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { valueOf } from './problems';
import type { FastifyReply } from 'fastify';
import { SalaryStatistics, SalaryStatisticsParameters, VacancyCounts, VacancyCountsParameters } from './statistics.dto';

/** The market does not change within minutes. */
const FOR_TEN_MINUTES = 'public, max-age=600';

/** What many vacancies amount to. */
@ApiTags('statistics')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/statistics')
export class StatisticsController {
  constructor(
    private readonly readSalaryStatistics: ReadSalaryStatistics,
    private readonly readVacancyCounts: ReadVacancyCounts,
  ) {}

  @Get('salaries')
  @AccessControl({ open: true })
  @ApiOperation({
    operationId: 'readSalaryStatistics',
    summary: 'See what open vacancies pay, by region, employer, role, experience, currency, day or month',
  })
  @ApiOkResponse({ type: SalaryStatistics })
  @ApiProblem(400, 'validation-failed', 'search.invalid')
  @ApiProblem(431, 'headers-too-large')
  async salaries(
    @Query() parameters: SalaryStatisticsParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SalaryStatistics> {
    const statistics = valueOf(await this.readSalaryStatistics.execute(parameters));
    void reply.header('cache-control', FOR_TEN_MINUTES);
    return statistics;
  }

  @Get('vacancies')
  @AccessControl({ open: true })
  @ApiOperation({
    operationId: 'readVacancyCounts',
    summary: 'See how many vacancies are open, by region, employer, skill, source, day or month',
  })
  @ApiOkResponse({ type: VacancyCounts })
  @ApiProblem(400, 'validation-failed', 'search.invalid')
  @ApiProblem(431, 'headers-too-large')
  async vacancies(
    @Query() parameters: VacancyCountsParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyCounts> {
    const counts = valueOf(await this.readVacancyCounts.execute(parameters));
    void reply.header('cache-control', FOR_TEN_MINUTES);
    return counts;
  }
}
