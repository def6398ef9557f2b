import { AccessControl, expectedRevision, readCursor, withETag, withNextCursor } from '@job-scope/platform-nest';
import {
  ApiIfMatch,
  ApiProblem,
  ApiRateLimited,
  ApiServerErrors,
  ApiSuperuser,
  ETAG_HEADER,
  ListParameters,
} from '@job-scope/platform-nest/openapi';
import {
  ChangeSchedule,
  CreateSchedule,
  DeleteSchedule,
  GetSchedule,
  ListSchedules,
} from '@job-scope/vacancies-application';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { CurrentRequester, type Requester } from './requester';
import { ChangeScheduleBody, CreateScheduleBody } from './schedule-body.dto';
import { Schedule, ScheduleDetail, SchedulePage } from './schedule.dto';

export const SCHEDULES_PATH = 'api/v1/schedules';
const CHANGED_MEANWHILE = 'schedules.changed-meanwhile';

@ApiTags('schedules')
@ApiRateLimited()
@ApiServerErrors()
@Controller(SCHEDULES_PATH)
export class SchedulesController {
  constructor(
    private readonly listSchedules: ListSchedules,
    private readonly getSchedule: GetSchedule,
    private readonly createSchedule: CreateSchedule,
    private readonly changeSchedule: ChangeSchedule,
    private readonly deleteSchedule: DeleteSchedule,
  ) {}

  @Get()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({ operationId: 'listSchedules', summary: 'List schedules, the newest first' })
  @ApiOkResponse({ type: SchedulePage })
  @ApiProblem(400, 'validation-failed', 'schedules.cursor-expired')
  @ApiProblem(431, 'headers-too-large')
  async list(@Query() { limit, cursor }: ListParameters): Promise<SchedulePage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'schedules.cursor-expired');
    return withNextCursor(valueOf(await this.listSchedules.execute({ limit, from })));
  }

  @Post()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'createSchedule',
    summary: 'Have vacancies collected again and again',
    description: 'Schedulers that run take it up within a second.',
  })
  @ApiCreatedResponse({
    type: Schedule,
    headers: { Location: { schema: { type: 'string', format: 'uri-reference' } }, ...ETAG_HEADER },
  })
  @ApiProblem(400, 'validation-failed', 'schedules.invalid', 'bad-request')
  @ApiProblem(409, 'schedules.name-taken')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  async create(
    @Body() { paused = false, ...wish }: CreateScheduleBody,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Schedule> {
    const schedule = valueOf(await this.createSchedule.execute({ requester, wish, paused }));
    void reply.header('location', `/${SCHEDULES_PATH}/${schedule.id}`);
    return withETag(reply, schedule);
  }

  @Get(':id')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'getSchedule',
    summary: 'Read one schedule, with when it fires next and what became of its last times',
  })
  @ApiOkResponse({ type: ScheduleDetail, headers: ETAG_HEADER })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'schedules.not-found')
  async get(@Param() { id }: IdParameter, @Res({ passthrough: true }) reply: FastifyReply): Promise<ScheduleDetail> {
    return withETag(reply, valueOf(await this.getSchedule.execute(id)));
  }

  @Patch(':id')
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'changeSchedule',
    summary: 'Change what a schedule collects, and when',
    description: 'Schedulers that run go by it within a second.',
  })
  @ApiOkResponse({ type: Schedule, headers: ETAG_HEADER })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed', 'schedules.invalid', 'bad-request')
  @ApiProblem(404, 'schedules.not-found')
  @ApiProblem(409, 'schedules.name-taken')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  async change(
    @Param() { id: scheduleId }: IdParameter,
    @Body() change: ChangeScheduleBody,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentRequester() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Schedule> {
    const revision = expectedRevision(ifMatch, CHANGED_MEANWHILE);
    const wish = { requester, scheduleId, change, expectedRevision: revision };
    return withETag(reply, valueOf(await this.changeSchedule.execute(wish)));
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'deleteSchedule',
    summary: 'Delete a schedule; its runs stay',
    description:
      'The schedule named `default` is made again when a scheduler starts, unless its `DEFAULT_SCHEDULE_CRON` is ' +
      '`none`: to be rid of it, pause it.',
  })
  @ApiNoContentResponse({ description: 'It is gone. A run that is under way goes on.' })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'schedules.not-found')
  async remove(
    @Param() { id: scheduleId }: IdParameter,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentRequester() requester: Requester,
  ): Promise<void> {
    const revision = expectedRevision(ifMatch, CHANGED_MEANWHILE);
    valueOf(await this.deleteSchedule.execute({ requester, scheduleId, expectedRevision: revision }));
  }
}
