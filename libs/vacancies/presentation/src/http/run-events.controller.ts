import { AccessControl, pause } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors, ApiSuperuser } from '@job-scope/platform-nest/openapi';
import { ListRunEvents, type RunEventsView, type RunEventView } from '@job-scope/vacancies-application';
import { Controller, Get, Headers, Param, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { IdParameter } from './id-parameter.dto';
import { valueOf } from './problems';
import { ApiRunEvents } from './run-event-stream';

const AT_ONCE = 500;
const LOOK_EVERY_MS = 500;
/** Proxies close connections on which nothing moves. */
const LOOKS_PER_HEARTBEAT = 30;

/** The history of a run, live: what has happened, and then what happens, until the run is over. */
@ApiTags('collections')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/collections/:id/events')
export class RunEventsController implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(private readonly listRunEvents: ListRunEvents) {}

  @Get()
  @AccessControl({ superuser: true })
  @ApiSuperuser()
  @ApiOperation({
    operationId: 'followCollectionRun',
    summary: 'Follow a collection run',
    description: 'Ends with the run. A browser that reconnects goes on behind the last event it has seen.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The number of the last event that is known; browsers send it by themselves.',
    schema: { type: 'string', pattern: '^\\d{1,15}$', example: '3' },
  })
  @ApiRunEvents()
  @ApiNoContentResponse({ description: 'The run is over, and there is nothing after that event: do not come again.' })
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'collections.not-found')
  async follow(
    @Param() { id: runId }: IdParameter,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const afterSeq = /^\d{1,15}$/.test(lastEventId ?? '') ? Number(lastEventId) : 0;
    const first = valueOf(await this.listRunEvents.execute({ runId, afterSeq, limit: AT_ONCE }));
    if (first.isOver && first.events.length === 0) return void reply.status(204).send();
    void reply
      .headers({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      .send(Readable.from(this.stream(runId, afterSeq, first)));
  }

  /** Open streams would keep the server from closing. */
  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  private async *stream(runId: string, afterSeq: number, first: RunEventsView): AsyncGenerator<string> {
    const { signal } = this.stopping;
    let [seq, found] = [afterSeq, first];
    for (let looks = 0; !signal.aborted; looks += 1) {
      for (const event of found.events) yield toText(event);
      if (found.isOver) return;
      seq = found.events.at(-1)?.seq ?? seq;
      if (found.events.length < AT_ONCE) await pause(LOOK_EVERY_MS, signal);
      const next = await this.listRunEvents.execute({ runId, afterSeq: seq, limit: AT_ONCE });
      if (!next.ok) return;
      found = next.value;
      if (looks % LOOKS_PER_HEARTBEAT === LOOKS_PER_HEARTBEAT - 1) yield ': still here\n\n';
    }
  }
}

/** JSON has no line breaks outside of strings, where they are escaped. */
const toText = ({ seq, at, type, data }: RunEventView): string =>
  `id: ${seq}\nevent: ${type}\ndata: ${JSON.stringify({ at, ...data })}\n\n`;
