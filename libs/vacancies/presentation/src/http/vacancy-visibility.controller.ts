import { AccessControl, CurrentPrincipal, expectedRevision, type Principal } from '@job-scope/platform-nest';
import {
  ApiIfMatch,
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ApiSuperuser,
} from '@job-scope/platform-nest/openapi';
import { DeleteVacancy, HideVacancy, ShowVacancy } from '@job-scope/vacancies-application';
import { Controller, Delete, Headers, HttpCode, HttpStatus, Param, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { requesterOf } from './requester';

const CHANGED_MEANWHILE = 'vacancies.changed-meanwhile';
const SOON = 'Searches go by it within a second or two; everything else does at once.';

/** Who may see a vacancy: whatever its source says of it, superusers have the last word. */
@ApiTags('vacancies')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/vacancies')
export class VacancyVisibilityController {
  constructor(
    private readonly hideVacancy: HideVacancy,
    private readonly showVacancy: ShowVacancy,
    private readonly deleteVacancy: DeleteVacancy,
  ) {}

  @Post(':id/hide')
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'hideVacancy',
    summary: 'Keep a vacancy from all readers until it is shown again',
    description: `${SOON} Repeating it is harmless.`,
  })
  @ApiNoContentResponse({ description: 'It is hidden.' })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'vacancies.not-found')
  async hide(
    @Param() { id }: IdParameter,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    valueOf(await this.hideVacancy.execute(wishOf(id, ifMatch, principal, request)));
  }

  @Post(':id/show')
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'showVacancy',
    summary: 'Show a vacancy again that was hidden, as its source tells it by now',
    description: `${SOON} Repeating it is harmless.`,
  })
  @ApiNoContentResponse({ description: 'It is there for all.' })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'vacancies.not-found')
  async show(
    @Param() { id }: IdParameter,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    valueOf(await this.showVacancy.execute(wishOf(id, ifMatch, principal, request)));
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'deleteVacancy',
    summary: 'Take a vacancy away for good: no collection brings it back',
    description: SOON,
  })
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'vacancies.not-found')
  async remove(
    @Param() { id }: IdParameter,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    valueOf(await this.deleteVacancy.execute(wishOf(id, ifMatch, principal, request)));
  }
}

const wishOf = (id: string, ifMatch: string | undefined, principal: Principal, request: FastifyRequest) => ({
  id,
  requester: requesterOf(principal, request),
  expectedRevision: expectedRevision(ifMatch, CHANGED_MEANWHILE),
});
