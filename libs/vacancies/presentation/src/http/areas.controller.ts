import { AccessControl } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors } from '@job-scope/platform-nest/openapi';
import { ListAreas } from '@job-scope/vacancies-application';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AreaList, ListAreasParameters } from './area.dto';
import { valueOf } from './problems';

/** Sources change their areas now and then, and we look once a day. */
const FOR_AN_HOUR = 'public, max-age=3600';

@ApiTags('areas')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/areas')
export class AreasController {
  constructor(private readonly listAreas: ListAreas) {}

  @Get()
  @AccessControl({ open: true })
  @ApiOperation({ operationId: 'listAreas', summary: 'List the areas of a source, to choose one to search in' })
  @ApiOkResponse({ type: AreaList })
  @ApiProblem(400, 'validation-failed', 'areas.unknown-source')
  @ApiProblem(404, 'areas.not-found')
  @ApiProblem(431, 'headers-too-large')
  async list(
    @Query() parameters: ListAreasParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AreaList> {
    const items = valueOf(await this.listAreas.execute(parameters));
    void reply.header('cache-control', FOR_AN_HOUR);
    return { items };
  }
}
