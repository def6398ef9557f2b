import { AccessControl } from '@job-scope/platform-nest';
import { ApiRateLimited, ApiServerErrors } from '@job-scope/platform-nest/openapi';
import { ListSources } from '@job-scope/vacancies-application';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SourceList } from './source.dto';

@ApiTags('sources')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/sources')
export class SourcesController {
  constructor(private readonly listSources: ListSources) {}

  @Get()
  @AccessControl({ open: true })
  @ApiOperation({ operationId: 'listSources', summary: 'List the sources of vacancies, and how to attribute to them' })
  @ApiOkResponse({ type: SourceList })
  list(): SourceList {
    return { items: this.listSources.execute() };
  }
}
