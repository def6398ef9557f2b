import { AccessControl } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors } from '@job-scope/platform-nest/openapi';
import { ExportVacancies } from '@job-scope/vacancies-application';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { EXPORT_FILE, EXPORT_MEDIA_TYPES } from './export-media-types';
import { ExportParameters } from './export-vacancies.dto';
import { valueOf } from './problems';

/** What a search finds, as a file, while the reader waits. */
@ApiTags('vacancies')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/vacancies/export')
export class VacancyExportController {
  constructor(private readonly exportVacancies: ExportVacancies) {}

  @Get()
  @AccessControl({ open: true })
  @ApiOperation({
    operationId: 'exportVacancies',
    summary: 'Export what a search finds as CSV or JSON Lines',
    description:
      'Up to 10,000 vacancies, sent page by page. Text and filters are those of a search; what belongs to a page of it ' +
      '(`limit`, `cursor`, `facets`, `highlight`, and the orders that end) is refused. If the search fails in the ' +
      'middle, the connection is broken off before the last chunk, and so clients see that the file is not whole.',
  })
  @ApiOkResponse(EXPORT_FILE)
  @ApiProblem(400, 'validation-failed', 'search.invalid')
  @ApiProblem(413, 'exports.too-large')
  @ApiProblem(431, 'headers-too-large')
  @ApiProblem(503, 'unavailable', 'search.unavailable')
  async export(@Query() wishes: ExportParameters, @Res() reply: FastifyReply): Promise<void> {
    const text = valueOf(await this.exportVacancies.execute(wishes));
    void reply
      .headers({
        'content-type': `${EXPORT_MEDIA_TYPES[wishes.format]}; charset=utf-8`,
        'content-disposition': `attachment; filename="vacancies.${wishes.format}"`,
        'cache-control': 'no-store',
      })
      // One page at a time: the next is read when this one is sent, and none when the reader is gone.
      .send(Readable.from(text, { highWaterMark: 1 }));
  }
}
