import { AccessControl, expectedRevision } from '@job-scope/platform-nest';
import {
  ApiIfMatch,
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ApiSuperuser,
} from '@job-scope/platform-nest/openapi';
import { GiveBackField, ListEditedFields } from '@job-scope/vacancies-application';
import { Controller, Delete, Get, Headers, HttpCode, HttpStatus, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';
import { EditedFieldList, EditedFieldParameters } from './vacancy-edits.dto';

const CHANGED_MEANWHILE = 'vacancies.changed-meanwhile';

/** What superusers have changed of a vacancy, and its source changes no more. */
@ApiTags('vacancies')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/vacancies/:id/edits')
export class VacancyEditsController {
  constructor(
    private readonly listEditedFields: ListEditedFields,
    private readonly giveBackField: GiveBackField,
  ) {}

  @Get()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'listEditedFields', summary: 'List the fields that superusers have changed' })
  @ApiOkResponse({ type: EditedFieldList })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'vacancies.not-found')
  async list(@Param() { id }: IdParameter): Promise<EditedFieldList> {
    return { items: valueOf(await this.listEditedFields.execute(id)) };
  }

  @Delete(':field')
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'giveBackField',
    summary: 'Give a field that was changed back to its source',
    description:
      'It is at once what its source has told last, and follows it again; whether it is closed follows with the next ' +
      'collection. Repeating it is harmless.',
  })
  @ApiNoContentResponse({ description: "The field is its source's." })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed', 'vacancies.invalid')
  @ApiProblem(404, 'vacancies.not-found')
  async giveBack(
    @Param() { id, field }: EditedFieldParameters,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentRequester() requester: Requester,
  ): Promise<void> {
    const revision = expectedRevision(ifMatch, CHANGED_MEANWHILE);
    valueOf(await this.giveBackField.execute({ requester, id, field, expectedRevision: revision }));
  }
}
