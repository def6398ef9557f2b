import { AccessControl, readCursor, withNextCursor } from '@job-scope/platform-nest';
import {
  CancelCollection,
  GetCollectionRun,
  ListCollectionRuns,
  ListCollectionWindows,
  RequestCollection,
} from '@job-scope/vacancies-application';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ApiSuperuser,
  ListParameters,
} from '@job-scope/platform-nest/openapi';
import { CollectionRun, CollectionRunDetail, CollectionRunPage } from './collection-run.dto';
import { CollectionWindowPage } from './collection-window.dto';
import { IdParameter } from './id-parameter.dto';
import { ApiIdempotencyKey, IdempotencyKey } from './idempotency-key.decorator';
import { valueOf } from './problems';
import { RequestCollectionBody } from './request-collection.dto';
import { CurrentRequester, type Requester } from './requester';

@ApiTags('collections')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/collections')
export class CollectionsController {
  constructor(
    private readonly requestCollection: RequestCollection,
    private readonly listCollectionRuns: ListCollectionRuns,
    private readonly getCollectionRun: GetCollectionRun,
    private readonly listCollectionWindows: ListCollectionWindows,
    private readonly cancelCollection: CancelCollection,
  ) {}

  @Post()
  @HttpCode(HttpStatus.ACCEPTED)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'requestCollection', summary: 'Have vacancies collected from a source' })
  @ApiIdempotencyKey()
  @ApiAcceptedResponse({
    type: CollectionRun,
    description: 'The run will be made; follow it at `Location`.',
    headers: { Location: { schema: { type: 'string', format: 'uri-reference' } } },
  })
  @ApiProblem(400, 'validation-failed', 'collections.unknown-source', 'collections.invalid-query', 'bad-request')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  @ApiProblem(422, 'collections.idempotency-key-reused')
  async request(
    @Body() body: RequestCollectionBody,
    @IdempotencyKey() idempotencyKey: string,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CollectionRun> {
    const run = valueOf(await this.requestCollection.execute({ requester, idempotencyKey, ...body }));
    void reply.header('location', `/api/v1/collections/${run.id}`);
    return run;
  }

  @Get()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'listCollectionRuns', summary: 'List collection runs, the newest first' })
  @ApiOkResponse({ type: CollectionRunPage })
  @ApiProblem(400, 'validation-failed', 'collections.cursor-expired')
  @ApiProblem(431, 'headers-too-large')
  async list(@Query() { limit, cursor }: ListParameters): Promise<CollectionRunPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'collections.cursor-expired');
    return withNextCursor(valueOf(await this.listCollectionRuns.execute({ limit, from })));
  }

  @Get(':id')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'getCollectionRun', summary: 'See how far a collection run has come' })
  @ApiOkResponse({ type: CollectionRunDetail })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'collections.not-found')
  async get(@Param() { id }: IdParameter): Promise<CollectionRunDetail> {
    return valueOf(await this.getCollectionRun.execute(id));
  }

  @Get(':id/windows')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'listCollectionWindows',
    summary: 'See the plan of a collection run',
    description: 'A window with more than the source shows at a time is split: others take its place.',
  })
  @ApiOkResponse({ type: CollectionWindowPage })
  @ApiProblem(400, 'validation-failed', 'collections.cursor-expired')
  @ApiProblem(404, 'collections.not-found')
  @ApiProblem(431, 'headers-too-large')
  async windows(
    @Param() { id: runId }: IdParameter,
    @Query() { limit, cursor }: ListParameters,
  ): Promise<CollectionWindowPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'collections.cursor-expired');
    return withNextCursor(valueOf(await this.listCollectionWindows.execute({ runId, limit, from })));
  }

  @Post(':id/cancel')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'cancelCollection',
    summary: 'End a collection run',
    description: 'Its workers stop within a second or two. What was stored stays. Repeating it is harmless.',
  })
  @ApiOkResponse({ type: CollectionRun })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'collections.not-found')
  @ApiProblem(409, 'collections.already-finished')
  async cancel(@Param() { id: runId }: IdParameter, @CurrentRequester() requester: Requester): Promise<CollectionRun> {
    return valueOf(await this.cancelCollection.execute({ requester, runId }));
  }
}
