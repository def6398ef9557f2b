import { AccessControl, readCursor, withNextCursor } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors, ApiSuperuser } from '@job-scope/platform-nest/openapi';
import {
  DiscardDeadLetter,
  GetDeadLetter,
  ListDeadLetterGroups,
  ListDeadLetters,
  ReplayDeadLetter,
  ReplayDeadLetters,
} from '@job-scope/vacancies-application';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  DeadLetter,
  DeadLetterGroups,
  DeadLetterPage,
  DeadLetterParameters,
  ReplayDeadLettersBody,
  ReplayedDeadLetters,
} from './dead-letter.dto';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';

/** Each is a transaction of its own: an answer must not take minutes. */
const AT_ONCE = 1_000;

@ApiTags('dead letters')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1')
export class DeadLettersController {
  constructor(
    private readonly listDeadLetters: ListDeadLetters,
    private readonly listDeadLetterGroups: ListDeadLetterGroups,
    private readonly getDeadLetter: GetDeadLetter,
    private readonly replayDeadLetter: ReplayDeadLetter,
    private readonly replayDeadLetters: ReplayDeadLetters,
    private readonly discardDeadLetter: DiscardDeadLetter,
  ) {}

  @Get('dead-letters')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'listDeadLetters',
    summary: 'List the parts of runs that were given up, the newest first',
  })
  @ApiOkResponse({ type: DeadLetterPage })
  @ApiProblem(400, 'validation-failed', 'dead-letters.cursor-expired')
  @ApiProblem(431, 'headers-too-large')
  async list(@Query() { cursor, ...filter }: DeadLetterParameters): Promise<DeadLetterPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'dead-letters.cursor-expired');
    return withNextCursor(valueOf(await this.listDeadLetters.execute({ ...filter, from })));
  }

  @Get('dead-letter-groups')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'listDeadLetterGroups', summary: 'Count the open dead letters by source and reason' })
  @ApiOkResponse({ type: DeadLetterGroups })
  async groups(): Promise<DeadLetterGroups> {
    return { items: await this.listDeadLetterGroups.execute() };
  }

  @Get('dead-letters/:id')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'getDeadLetter', summary: 'Read a dead letter' })
  @ApiOkResponse({ type: DeadLetter })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'dead-letters.not-found')
  async get(@Param() { id }: IdParameter): Promise<DeadLetter> {
    return valueOf(await this.getDeadLetter.execute(id));
  }

  @Post('dead-letter-groups/replay')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'replayDeadLetters',
    summary: 'Have done again all that was given up of a source, or for a reason, or both',
    description: `At most ${AT_ONCE} at a time. What is replayed already is not replayed again, so that repeating it is harmless.`,
  })
  @ApiOkResponse({ type: ReplayedDeadLetters })
  @ApiProblem(400, 'validation-failed', 'bad-request')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  async replayAll(
    @Body() { source, reason }: ReplayDeadLettersBody,
    @CurrentRequester() requester: Requester,
  ): Promise<ReplayedDeadLetters> {
    return this.replayDeadLetters.execute({ requester, source, reason, limit: AT_ONCE });
  }

  @Post('dead-letters/:id/replay')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'replayDeadLetter',
    summary: 'Have done again what was given up',
    description: 'Its run is under way again, and goes on where it stood. Repeating it is harmless.',
  })
  @ApiOkResponse({ type: DeadLetter })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'dead-letters.not-found')
  @ApiProblem(409, 'dead-letters.discarded', 'dead-letters.run-cancelled', 'dead-letters.run-out-of-requests')
  async replay(@Param() { id }: IdParameter, @CurrentRequester() requester: Requester): Promise<DeadLetter> {
    return valueOf(await this.replayDeadLetter.execute({ requester, id }));
  }

  @Post('dead-letters/:id/discard')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'discardDeadLetter',
    summary: 'Leave as it is what was given up',
    description: 'The letter stays to be read, but is open no more. Repeating it is harmless.',
  })
  @ApiOkResponse({ type: DeadLetter })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'dead-letters.not-found')
  @ApiProblem(409, 'dead-letters.replayed')
  async discard(@Param() { id }: IdParameter, @CurrentRequester() requester: Requester): Promise<DeadLetter> {
    return valueOf(await this.discardDeadLetter.execute({ requester, id }));
  }
}
