import { AccessControl, CurrentPrincipal, withETag, type Principal } from '@job-scope/platform-nest';
import {
  ApiAuthenticated,
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ETAG_HEADER,
} from '@job-scope/platform-nest/openapi';
import { PauseSavedSearch, ResumeSavedSearch } from '@job-scope/vacancies-application';
import { Controller, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { userIdOf } from './requester';
import { SavedSearch } from './saved-search.dto';
import { SAVED_SEARCHES_PATH } from './saved-searches.controller';

@ApiTags('saved searches')
@ApiRateLimited()
@ApiServerErrors()
@Controller(`${SAVED_SEARCHES_PATH}/:id`)
export class SavedSearchActionsController {
  constructor(
    private readonly pauseSavedSearch: PauseSavedSearch,
    private readonly resumeSavedSearch: ResumeSavedSearch,
  ) {}

  @Post('pause')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({
    operationId: 'pauseSavedSearch',
    summary: 'Have no mails sent about a saved search until it is resumed',
    description: 'As the link in its mails does. Pausing it again is no error.',
  })
  @ApiOkResponse({ type: SavedSearch, headers: ETAG_HEADER })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'saved-searches.not-found')
  async pause(
    @Param() { id: savedSearchId }: IdParameter,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    return withETag(
      reply,
      valueOf(await this.pauseSavedSearch.execute({ userId: userIdOf(principal), savedSearchId })),
    );
  }

  @Post('resume')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ authenticated: true })
  @ApiAuthenticated()
  @ApiOperation({
    operationId: 'resumeSavedSearch',
    summary: 'Have mails sent about a saved search again',
    description: 'About what is stored from now on. Resuming it again is no error.',
  })
  @ApiOkResponse({ type: SavedSearch, headers: ETAG_HEADER })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'saved-searches.not-found')
  async resume(
    @Param() { id: savedSearchId }: IdParameter,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSearch> {
    return withETag(
      reply,
      valueOf(await this.resumeSavedSearch.execute({ userId: userIdOf(principal), savedSearchId })),
    );
  }
}
