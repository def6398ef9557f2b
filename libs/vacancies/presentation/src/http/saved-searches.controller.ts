import { AccessControl, CurrentPrincipal, expectedRevision, withETag, type Principal } from '@job-scope/platform-nest';
import {
  ApiAuthenticated,
  ApiIfMatch,
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ETAG_HEADER,
} from '@job-scope/platform-nest/openapi';
import {
  ChangeSavedSearch,
  CreateSavedSearch,
  DeleteSavedSearch,
  GetSavedSearch,
  ListSavedSearches,
} from '@job-scope/vacancies-application';
import { Body, Controller, Delete, Get, Headers, HttpCode, HttpStatus, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { userIdOf } from './requester';
import { ChangeSavedSearchBody, CreateSavedSearchBody } from './saved-search-body.dto';
import { SavedSearch, SavedSearches } from './saved-search.dto';

export const SAVED_SEARCHES_PATH = 'api/v1/saved-searches';
const CHANGED_MEANWHILE = 'saved-searches.changed-meanwhile';

/** Each user's own: those of others are not there. */
@ApiTags('saved searches')
@ApiRateLimited()
@ApiServerErrors()
@Controller(SAVED_SEARCHES_PATH)
export class SavedSearchesController {
  constructor(
    private readonly listSavedSearches: ListSavedSearches,
    private readonly getSavedSearch: GetSavedSearch,
    private readonly createSavedSearch: CreateSavedSearch,
    private readonly changeSavedSearch: ChangeSavedSearch,
    private readonly deleteSavedSearch: DeleteSavedSearch,
  ) {}

  @Get()
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({ operationId: 'listSavedSearches', summary: 'List your saved searches, the newest first' })
  @ApiOkResponse({ type: SavedSearches })
  async list(@CurrentPrincipal() principal: Principal): Promise<SavedSearches> {
    return { items: await this.listSavedSearches.execute(userIdOf(principal)) };
  }

  @Post()
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({
    operationId: 'createSavedSearch',
    summary: 'Have mails sent about new vacancies that a search finds',
    description:
      'Each vacancy that is stored from now on, and that the search finds, is told of in one mail to your confirmed ' +
      'address. Fifty at most. The name keeps a repeated request from making two.',
  })
  @ApiCreatedResponse({
    type: SavedSearch,
    headers: { Location: { schema: { type: 'string', format: 'uri-reference' } }, ...ETAG_HEADER },
  })
  @ApiProblem(400, 'validation-failed', 'saved-searches.invalid', 'bad-request')
  @ApiProblem(409, 'saved-searches.name-taken', 'saved-searches.too-many')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  async create(
    @Body() { paused = false, ...wish }: CreateSavedSearchBody,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    const search = valueOf(await this.createSavedSearch.execute({ userId: userIdOf(principal), wish, paused }));
    void reply.header('location', `/${SAVED_SEARCHES_PATH}/${search.id}`);
    return withETag(reply, search);
  }

  @Get(':id')
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({ operationId: 'getSavedSearch', summary: 'Read one of your saved searches' })
  @ApiOkResponse({ type: SavedSearch, headers: ETAG_HEADER })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'saved-searches.not-found')
  async get(
    @Param() { id: savedSearchId }: IdParameter,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    return withETag(reply, valueOf(await this.getSavedSearch.execute({ userId: userIdOf(principal), savedSearchId })));
  }

  @Patch(':id')
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({
    operationId: 'changeSavedSearch',
    summary: 'Change one of your saved searches',
    description: 'With another search or frequency it begins anew: what is stored by now is not new to it.',
  })
  @ApiOkResponse({ type: SavedSearch, headers: ETAG_HEADER })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed', 'saved-searches.invalid', 'bad-request')
  @ApiProblem(404, 'saved-searches.not-found')
  @ApiProblem(409, 'saved-searches.name-taken')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  async change(
    @Param() { id: savedSearchId }: IdParameter,
    @Body() change: ChangeSavedSearchBody,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    const [userId, revision] = [userIdOf(principal), expectedRevision(ifMatch, CHANGED_MEANWHILE)];
    const wish = { userId, savedSearchId, change, expectedRevision: revision };
    return withETag(reply, valueOf(await this.changeSavedSearch.execute(wish)));
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({ operationId: 'deleteSavedSearch', summary: 'Delete one of your saved searches' })
  @ApiNoContentResponse({ description: 'It is gone, with what was to be sent about it.' })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'saved-searches.not-found')
  async remove(
    @Param() { id: savedSearchId }: IdParameter,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    const [userId, revision] = [userIdOf(principal), expectedRevision(ifMatch, CHANGED_MEANWHILE)];
    valueOf(await this.deleteSavedSearch.execute({ userId, savedSearchId, expectedRevision: revision }));
  }
}
