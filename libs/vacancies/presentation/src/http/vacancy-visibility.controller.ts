import { AccessControl, expectedRevision, readCursor, withNextCursor } from '@job-scope/platform-nest';
import {
  ApiIfMatch,
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ApiSuperuser,
  ListParameters,
} from '@job-scope/platform-nest/openapi';
import { DeleteVacancy, HideVacancy, ListHiddenVacancies, ShowVacancy } from '@job-scope/vacancies-application';
import { Controller, Delete, Get, Headers, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HiddenVacancyPage } from './hidden-vacancy.dto';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';

const CHANGED_MEANWHILE = 'vacancies.changed-meanwhile';
const SOON = 'Searches go by it within a second or two; everything else does at once.';

/** Who may see a vacancy: whatever its source says of it, superusers have the last word. */
@ApiTags('vacancies')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/vacancies')
export class VacancyVisibilityController {
  constructor(
    private readonly listHiddenVacancies: ListHiddenVacancies,
    private readonly hideVacancy: HideVacancy,
    private readonly showVacancy: ShowVacancy,
    private readonly deleteVacancy: DeleteVacancy,
  ) {}

  @Get('hidden')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'listHiddenVacancies',
    summary: 'List the vacancies that are hidden, the last one first',
  })
  @ApiOkResponse({ type: HiddenVacancyPage })
  @ApiProblem(400, 'validation-failed', 'vacancies.cursor-expired')
  @ApiProblem(431, 'headers-too-large')
  async hidden(@Query() { limit, cursor }: ListParameters): Promise<HiddenVacancyPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'vacancies.cursor-expired');
    return withNextCursor(valueOf(await this.listHiddenVacancies.execute({ limit, from })));
  }

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
    @CurrentRequester() requester: Requester,
  ): Promise<void> {
    valueOf(await this.hideVacancy.execute(wishOf(id, ifMatch, requester)));
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
    @CurrentRequester() requester: Requester,
  ): Promise<void> {
    valueOf(await this.showVacancy.execute(wishOf(id, ifMatch, requester)));
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
    @CurrentRequester() requester: Requester,
  ): Promise<void> {
    valueOf(await this.deleteVacancy.execute(wishOf(id, ifMatch, requester)));
  }
}

const wishOf = (id: string, ifMatch: string | undefined, requester: Requester) => ({
  id,
  requester,
  expectedRevision: expectedRevision(ifMatch, CHANGED_MEANWHILE),
});
