import { AccessControl, CurrentPrincipal, readCursor, type Principal } from '@job-scope/platform-nest';
import {
  ApiAuthenticated,
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ListParameters,
} from '@job-scope/platform-nest/openapi';
import { DeleteExport, GetExport, ListExports, OpenExportFile, RequestExport } from '@job-scope/vacancies-application';
import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { EXPORT_FILE, EXPORT_MEDIA_TYPES } from './export-media-types';
import { ExportParameters } from './export-vacancies.dto';
import { Export, ExportLinkParameters, ExportPage, EXPORTS_PATH, toExport, toExportPage } from './export.dto';
import { IdParameter } from './id-parameter.dto';
import { ApiIdempotencyKey, IdempotencyKey } from './idempotency-key.decorator';
import { valueOf } from './problems';

/** What searches find, as files that are made in the background. */
@ApiTags('exports')
@ApiRateLimited()
@ApiServerErrors()
@Controller(EXPORTS_PATH)
export class ExportsController {
  constructor(
    private readonly requestExport: RequestExport,
    private readonly listExports: ListExports,
    private readonly getExport: GetExport,
    private readonly deleteExport: DeleteExport,
    private readonly openExportFile: OpenExportFile,
  ) {}

  @Post()
  @HttpCode(HttpStatus.ACCEPTED)
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({
    operationId: 'requestExport',
    summary: 'Have a file made of what a search finds',
    description: 'Up to 1,000,000 vacancies; two at a time for each user.',
  })
  @ApiIdempotencyKey()
  @ApiAcceptedResponse({
    type: Export,
    description: 'The file will be made; follow it at `Location`.',
    headers: { Location: { schema: { type: 'string', format: 'uri-reference' } } },
  })
  @ApiProblem(400, 'validation-failed', 'search.invalid', 'bad-request')
  @ApiProblem(409, 'exports.too-many')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  @ApiProblem(422, 'exports.idempotency-key-reused')
  async request(
    @Body() wish: ExportParameters,
    @IdempotencyKey() idempotencyKey: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Export> {
    const { userId: ownerId } = viewerOf(principal);
    const made = valueOf(await this.requestExport.execute({ ownerId, idempotencyKey, wish }));
    void reply.headers({ ...PRIVATE, location: `/${EXPORTS_PATH}/${made.id}` });
    return toExport(made);
  }

  @Get()
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({
    operationId: 'listExports',
    summary: 'List your exports, the newest first',
    description: 'Those that are being made, and those whose files can still be had.',
  })
  @ApiOkResponse({ type: ExportPage })
  @ApiProblem(400, 'validation-failed', 'exports.cursor-expired')
  @ApiProblem(431, 'headers-too-large')
  async list(
    @Query() { limit, cursor }: ListParameters,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExportPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'exports.cursor-expired');
    const { userId: ownerId } = viewerOf(principal);
    void reply.headers(PRIVATE);
    return toExportPage(valueOf(await this.listExports.execute({ ownerId, limit, from })));
  }

  @Get(':id')
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({ operationId: 'getExport', summary: 'See how far an export is, and where its file can be had' })
  @ApiOkResponse({ type: Export })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'exports.not-found')
  async get(
    @Param() { id }: IdParameter,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Export> {
    void reply.headers(PRIVATE);
    return toExport(valueOf(await this.getExport.execute(id, viewerOf(principal))));
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({ operationId: 'deleteExport', summary: 'End an export, being made or ready' })
  @ApiNoContentResponse({ description: 'It is gone, and so is its file.' })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'exports.not-found')
  async remove(@Param() { id }: IdParameter, @CurrentPrincipal() principal: Principal): Promise<void> {
    valueOf(await this.deleteExport.execute(id, viewerOf(principal)));
  }

  @Get(':id/file')
  @AccessControl({ open: true })
  @ApiOperation({
    operationId: 'downloadExport',
    summary: 'Download the file of an export',
    description: 'For whoever has the link: `downloadUrl` of the export.',
  })
  @ApiOkResponse(EXPORT_FILE)
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(403, 'exports.link-invalid')
  @ApiProblem(404, 'exports.not-found')
  @ApiProblem(410, 'exports.link-expired')
  @ApiProblem(431, 'headers-too-large')
  async file(
    @Param() { id }: IdParameter,
    @Query() { expires, signature }: ExportLinkParameters,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const link = { id, expiresAt: new Date(expires * 1000), signature };
    const { format, bytes, content } = valueOf(await this.openExportFile.execute(link));
    void reply
      .headers({
        ...PRIVATE,
        'content-type': `${EXPORT_MEDIA_TYPES[format]}; charset=utf-8`,
        'content-disposition': `attachment; filename="vacancies-${id}.${format}"`,
        'content-length': bytes,
      })
      .send(Readable.from(content));
  }
}

const PRIVATE = { 'cache-control': 'private, no-store' };

const viewerOf = (principal: Principal) => {
  if (principal.kind !== 'user') throw new Error('a route for users was entered without one');
  return { userId: principal.id, superuser: principal.superuser };
};
