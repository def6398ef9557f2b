import { AccessControl } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors, ApiSuperuser } from '@job-scope/platform-nest/openapi';
import { GetIndexOperation, ReadSearchIndex, RequestIndexOperation } from '@job-scope/vacancies-application';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';
import { IndexOperation, RequestIndexOperationBody, SearchIndex } from './search-index.dto';

@ApiTags('search-index')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/search-index')
export class SearchIndexController {
  constructor(
    private readonly readSearchIndex: ReadSearchIndex,
    private readonly requestIndexOperation: RequestIndexOperation,
    private readonly getIndexOperation: GetIndexOperation,
  ) {}

  @Get()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'getSearchIndex', summary: 'See how the search indexes are' })
  @ApiOkResponse({ type: SearchIndex })
  status(): Promise<SearchIndex> {
    return this.readSearchIndex.execute();
  }

  @Post('operations')
  @HttpCode(HttpStatus.ACCEPTED)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'requestIndexOperation',
    summary: 'Have an index created, rebuilt, checked, repaired or deleted',
    description: 'Workers do it, one operation at a time.',
  })
  @ApiAcceptedResponse({
    type: IndexOperation,
    description: 'It will be done; follow it at `Location`.',
    headers: { Location: { schema: { type: 'string', format: 'uri-reference' } } },
  })
  @ApiProblem(400, 'validation-failed', 'search-index.unknown-engine', 'bad-request')
  @ApiProblem(409, 'search-index.busy')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  async request(
    @Body() { kind, engine, repair }: RequestIndexOperationBody,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IndexOperation> {
    const operation = valueOf(await this.requestIndexOperation.execute({ requester, kind, engine, repair }));
    void reply.header('location', `/api/v1/search-index/operations/${operation.id}`);
    return operation;
  }

  @Get('operations/:id')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'getIndexOperation', summary: 'See how far an operation on an index is' })
  @ApiOkResponse({ type: IndexOperation })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'search-index.operation-not-found')
  async get(@Param() { id }: IdParameter): Promise<IndexOperation> {
    return valueOf(await this.getIndexOperation.execute(id));
  }
}
