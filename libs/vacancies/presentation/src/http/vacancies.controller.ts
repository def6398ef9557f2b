import { AccessControl, readCursor, withNextCursor } from '@job-scope/platform-nest';
import { GetVacancy, ListVacancyChanges } from '@job-scope/vacancies-application';
import { Controller, Get, Headers, HttpStatus, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ETAG_HEADER,
  ListParameters,
} from '@job-scope/platform-nest/openapi';
import { etagOf, isUnchanged } from './etag';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { VacancyHistoryPage } from './vacancy-change.dto';
import { Vacancy } from './vacancy.dto';

@ApiTags('vacancies')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/vacancies')
export class VacanciesController {
  constructor(
    private readonly getVacancy: GetVacancy,
    private readonly listVacancyChanges: ListVacancyChanges,
  ) {}

  @Get(':id')
  @AccessControl({ open: true })
  @ApiOperation({ operationId: 'getVacancy', summary: 'Read one vacancy, open or closed' })
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The `ETag` of an earlier answer.',
    schema: { type: 'string', example: '"3-47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"' },
  })
  @ApiOkResponse({ type: Vacancy, headers: ETAG_HEADER })
  @ApiResponse({ status: 304, description: 'The vacancy is as it was.' })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'vacancies.not-found')
  async get(
    @Param() { id }: IdParameter,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Vacancy | undefined> {
    const vacancy = valueOf(await this.getVacancy.execute(id));
    const etag = etagOf(vacancy);
    void reply.headers({ etag, 'cache-control': 'no-cache' });
    if (!isUnchanged(ifNoneMatch, etag)) return vacancy;
    void reply.status(HttpStatus.NOT_MODIFIED);
    return undefined;
  }

  @Get(':id/history')
  @AccessControl({ open: true })
  @ApiOperation({ operationId: 'listVacancyChanges', summary: 'See what became of a vacancy, the newest change first' })
  @ApiOkResponse({ type: VacancyHistoryPage })
  @ApiProblem(400, 'validation-failed', 'vacancies.cursor-expired')
  @ApiProblem(404, 'vacancies.not-found')
  @ApiProblem(431, 'headers-too-large')
  async history(
    @Param() { id: vacancyId }: IdParameter,
    @Query() { limit, cursor }: ListParameters,
  ): Promise<VacancyHistoryPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'vacancies.cursor-expired');
    return withNextCursor(valueOf(await this.listVacancyChanges.execute({ vacancyId, limit, from })));
  }
}
