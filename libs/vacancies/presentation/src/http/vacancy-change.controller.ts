import { AccessControl, expectedRevision } from '@job-scope/platform-nest';
import {
  ApiIfMatch,
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ApiSuperuser,
  ETAG_HEADER,
} from '@job-scope/platform-nest/openapi';
import { ChangeVacancy } from '@job-scope/vacancies-application';
import { Body, Controller, Headers, Param, Patch, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { etagOf } from './etag';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';
import { ChangeVacancyBody } from './vacancy-body.dto';
import { Vacancy } from './vacancy.dto';

const CHANGED_MEANWHILE = 'vacancies.changed-meanwhile';

/** What a vacancy says. */
@ApiTags('vacancies')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/vacancies/:id')
export class VacancyChangeController {
  constructor(private readonly changeVacancy: ChangeVacancy) {}

  @Patch()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'changeVacancy',
    summary: 'Change what a vacancy says',
    description:
      'Fields that were changed stay as they are, whatever their source says; it goes on to change the others. ' +
      'Searches go by it within a second or two; everything else does at once.',
  })
  @ApiOkResponse({ type: Vacancy, headers: ETAG_HEADER })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed', 'vacancies.invalid', 'bad-request')
  @ApiProblem(404, 'vacancies.not-found')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  async change(
    @Param() { id }: IdParameter,
    @Body() change: ChangeVacancyBody,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Vacancy> {
    const revision = expectedRevision(ifMatch, CHANGED_MEANWHILE);
    const vacancy = valueOf(await this.changeVacancy.execute({ requester, id, change, expectedRevision: revision }));
    void reply.header('etag', etagOf(vacancy));
    return vacancy;
  }
}
