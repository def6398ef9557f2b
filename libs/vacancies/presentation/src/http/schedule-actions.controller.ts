import { AccessControl, withETag } from '@job-scope/platform-nest';
import {
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ApiSuperuser,
  ETAG_HEADER,
} from '@job-scope/platform-nest/openapi';
import { PauseSchedule, ResumeSchedule, RunSchedule } from '@job-scope/vacancies-application';
import { Controller, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CollectionRun } from './collection-run.dto';
import { IdParameter } from './id-parameter.dto';
import { ApiIdempotencyKey, IdempotencyKey } from './idempotency-key.decorator';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';
import { Schedule } from './schedule.dto';
import { SCHEDULES_PATH } from './schedules.controller';

@ApiTags('schedules')
@ApiRateLimited()
@ApiServerErrors()
@Controller(`${SCHEDULES_PATH}/:id`)
export class ScheduleActionsController {
  constructor(
    private readonly runSchedule: RunSchedule,
    private readonly pauseSchedule: PauseSchedule,
    private readonly resumeSchedule: ResumeSchedule,
  ) {}

  @Post('run')
  @HttpCode(HttpStatus.ACCEPTED)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'runSchedule',
    summary: 'Have collected now what a schedule collects',
    description: 'Its times stay as they are. It runs also if it is paused, and beside a run that is under way.',
  })
  @ApiIdempotencyKey()
  @ApiAcceptedResponse({
    type: CollectionRun,
    description: 'The run will be made; follow it at `Location`.',
    headers: { Location: { schema: { type: 'string', format: 'uri-reference' } } },
  })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'schedules.not-found')
  @ApiProblem(422, 'collections.idempotency-key-reused')
  async run(
    @Param() { id: scheduleId }: IdParameter,
    @IdempotencyKey() idempotencyKey: string,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CollectionRun> {
    const run = valueOf(await this.runSchedule.execute({ requester, scheduleId, idempotencyKey }));
    void reply.header('location', `/api/v1/collections/${run.id}`);
    return run;
  }

  @Post('pause')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'pauseSchedule',
    summary: 'Let a schedule fire no more until it is resumed',
    description: 'A run that is under way goes on. Pausing it again is no error.',
  })
  @ApiOkResponse({ type: Schedule, headers: ETAG_HEADER })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'schedules.not-found')
  async pause(
    @Param() { id: scheduleId }: IdParameter,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Schedule> {
    return withETag(reply, valueOf(await this.pauseSchedule.execute({ requester, scheduleId })));
  }

  @Post('resume')
  @HttpCode(HttpStatus.OK)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'resumeSchedule',
    summary: 'Let a paused schedule fire again',
    description: 'From its next time on: what came meanwhile is not made up for. Resuming it again is no error.',
  })
  @ApiOkResponse({ type: Schedule, headers: ETAG_HEADER })
  @ApiProblem(400, 'validation-failed', 'schedules.invalid')
  @ApiProblem(404, 'schedules.not-found')
  async resume(
    @Param() { id: scheduleId }: IdParameter,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Schedule> {
    return withETag(reply, valueOf(await this.resumeSchedule.execute({ requester, scheduleId })));
  }
}
