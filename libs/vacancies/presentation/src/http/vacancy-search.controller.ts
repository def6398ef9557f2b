import { AccessControl, readCursor, withNextCursor } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors } from '@job-scope/platform-nest/openapi';
import { SearchVacancies, SimilarVacancies, SuggestSearch } from '@job-scope/vacancies-application';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { SearchVacanciesParameters, SimilarParameters, SuggestionParameters } from './search-vacancies.dto';
import { SimilarVacancies as SimilarVacanciesDto, Suggestions, VacancyPage } from './vacancy-hit.dto';

/** What is the same for all readers, and seldom asked for twice by one of them. */
const BRIEFLY = 'public, max-age=60';

/** Finding vacancies. Its routes of one word are registered before those of an identifier. */
@ApiTags('vacancies')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/vacancies')
export class VacancySearchController {
  constructor(
    private readonly searchVacancies: SearchVacancies,
    private readonly suggestSearch: SuggestSearch,
    private readonly similarVacancies: SimilarVacancies,
  ) {}

  @Get('search')
  @AccessControl({ open: true })
  @ApiOperation({ operationId: 'searchVacancies', summary: 'Find vacancies by text and filters' })
  @ApiOkResponse({ type: VacancyPage })
  @ApiProblem(400, 'validation-failed', 'search.invalid', 'search.cursor-expired')
  @ApiProblem(431, 'headers-too-large')
  @ApiProblem(503, 'unavailable', 'search.unavailable')
  async search(@Query() { cursor, ...wishes }: SearchVacanciesParameters): Promise<VacancyPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'search.cursor-expired');
    return withNextCursor(valueOf(await this.searchVacancies.execute({ ...wishes, from })));
  }

  @Get('suggestions')
  @AccessControl({ open: true })
  @ApiOperation({
    operationId: 'suggestSearch',
    summary: 'Complete what is being typed: titles, skills and employers of open vacancies',
  })
  @ApiOkResponse({ type: Suggestions })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(431, 'headers-too-large')
  @ApiProblem(503, 'unavailable', 'search.unavailable')
  async suggestions(
    @Query() { q: prefix, limit }: SuggestionParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Suggestions> {
    const suggestions = valueOf(await this.suggestSearch.execute({ prefix, limit }));
    void reply.header('cache-control', BRIEFLY);
    return suggestions;
  }

  @Get(':id/similar')
  @AccessControl({ open: true })
  @ApiOperation({ operationId: 'listSimilarVacancies', summary: 'Find open vacancies like one that is open or closed' })
  @ApiOkResponse({ type: SimilarVacanciesDto })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'vacancies.not-found')
  @ApiProblem(431, 'headers-too-large')
  @ApiProblem(503, 'unavailable', 'search.unavailable')
  async similar(
    @Param() { id }: IdParameter,
    @Query() { limit }: SimilarParameters,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SimilarVacanciesDto> {
    const similar = valueOf(await this.similarVacancies.execute({ id, limit }));
    void reply.header('cache-control', BRIEFLY);
    return similar;
  }
}
