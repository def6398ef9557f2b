import { AccessControl } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors, ApiSuperuser } from '@job-scope/platform-nest/openapi';
import { ClearSource, GetSourceQueue, PauseSource, ResumeSource } from '@job-scope/vacancies-application';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';
import { ClearedSource, ClearSourceBody, SourceParameter, SourceQueue } from './source-queue.dto';

@ApiTags('sources')
@ApiRateLimited()
@ApiServerErrors()
@ApiProblem(400, 'validation-failed')
@ApiProblem(404, 'sources.not-found')
@Controller('api/v1/sources/:name/queue')
export class SourceQueueController {
  constructor(
    private readonly getSourceQueue: GetSourceQueue,
    private readonly pauseSource: PauseSource,
    private readonly resumeSource: ResumeSource,
    private readonly clearSource: ClearSource,
  ) {}

  @Get()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'getSourceQueue', summary: 'See whether a source is worked on' })
  @ApiOkResponse({ type: SourceQueue })
  async get(@Param() { name }: SourceParameter): Promise<SourceQueue> {
    return valueOf(await this.getSourceQueue.execute(name));
  }

  @Post('pause')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'pauseSource',
    summary: 'Ask a source for nothing until it is resumed',
    description:
      'Runs under way stop within seconds, and go on from where they stand when it is resumed. New ones can be asked ' +
      'for, and wait. Pausing it again is no error.',
  })
  @ApiOkResponse({ type: SourceQueue })
  async pause(
    @Param() { name: source }: SourceParameter,
    @CurrentRequester() requester: Requester,
  ): Promise<SourceQueue> {
    return valueOf(await this.pauseSource.execute({ requester, source }));
  }

  @Post('resume')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'resumeSource',
    summary: 'Ask a source again',
    description:
      'It lifts a block too, as after a captcha that somebody has solved. Windows that ended as `blocked` are to be replayed: ' +
      '`POST /api/v1/dead-letter-groups/replay`.',
  })
  @ApiOkResponse({ type: SourceQueue })
  async resume(
    @Param() { name: source }: SourceParameter,
    @CurrentRequester() requester: Requester,
  ): Promise<SourceQueue> {
    return valueOf(await this.resumeSource.execute({ requester, source }));
  }

  @Post('clear')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'clearSource',
    summary: 'Cancel all runs of a source that have not ended',
    description: 'What they have stored stays. It cannot be taken back: `confirm` must be the name of the source.',
  })
  @ApiOkResponse({ type: ClearedSource })
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  @ApiProblem(422, 'sources.not-confirmed')
  async clear(
    @Param() { name: source }: SourceParameter,
    @Body() { confirm }: ClearSourceBody,
    @CurrentRequester() requester: Requester,
  ): Promise<ClearedSource> {
    return { cancelled: valueOf(await this.clearSource.execute({ requester, source, confirm })) };
  }
}
