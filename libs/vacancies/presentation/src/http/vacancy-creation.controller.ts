import { AccessControl } from '@job-scope/platform-nest';
import {
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ApiSuperuser,
  ETAG_HEADER,
} from '@job-scope/platform-nest/openapi';
import { CreateVacancy } from '@job-scope/vacancies-application';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { etagOf } from './etag';
import { ApiIdempotencyKey, IdempotencyKey } from './idempotency-key.decorator';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';
import { CreateVacancyBody } from './vacancy-body.dto';
import { Vacancy } from './vacancy.dto';

/** Vacancies that come from no source. */
@ApiTags('vacancies')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/vacancies')
export class VacancyCreationController {
  constructor(private readonly createVacancy: CreateVacancy) {}

  @Post()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'createVacancy',
    summary: 'Create a vacancy that comes from no source',
    description:
      'Its `source` is `own`, and no collection touches it. Searches find it within a second or two; everything else ' +
      'shows it at once.',
  })
  @ApiIdempotencyKey()
  @ApiCreatedResponse({
    type: Vacancy,
    headers: { Location: { schema: { type: 'string', format: 'uri-reference' } }, ...ETAG_HEADER },
  })
  @ApiProblem(400, 'validation-failed', 'vacancies.invalid', 'bad-request')
  @ApiProblem(404, 'vacancies.not-found')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  @ApiProblem(422, 'vacancies.idempotency-key-reused')
  async create(
    @Body() wish: CreateVacancyBody,
    @IdempotencyKey() idempotencyKey: string,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Vacancy> {
    const vacancy = valueOf(await this.createVacancy.execute({ requester, idempotencyKey, wish }));
    void reply.headers({ location: `/api/v1/vacancies/${vacancy.id}`, etag: etagOf(vacancy) });
    return vacancy;
  }
}
