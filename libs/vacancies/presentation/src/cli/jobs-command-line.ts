import type { Result } from '@job-scope/kernel';
import { pause } from '@job-scope/platform-nest';
import type {
  CancelCollection,
  ClearSource,
  CollectionRunView,
  GetCollectionRun,
  GetSourceQueue,
  ListDeadLetterGroups,
  ListSchedules,
  PauseSchedule,
  PauseSource,
  ReplayDeadLetter,
  ReplayDeadLetters,
  RequestCollection,
  ResumeSchedule,
  ResumeSource,
  RunSchedule,
} from '@job-scope/vacancies-application';
import { toldOfQueue } from './told-of-queue';
import { understandJobs, type JobsCommand } from './jobs-command';
import type { CommandOutput } from './worker-command-line';

const USAGE = `usage: npm run jobs -- COMMAND
  collect SOURCE [--query JSON] [--mode full|incremental] [--max-requests NUMBER] [--wait]
      ask for a collection, by a query as in POST /api/v1/collections; --wait for its end, Ctrl-C leaves it running
  cancel RUN                                end a run that is under way
  dead-letters                              count what was given up, by source and reason
  replay LETTER                             have done again what was given up
  replay --all [--source SOURCE] [--reason REASON]
  source SOURCE                             tell whether a source is worked on, and why not
  source pause|resume SOURCE                resuming lifts a block, too
  source clear SOURCE --confirm SOURCE      cancel all of its runs that have not ended
  remap [--source SOURCE] [--after ID]      read stored answers anew after their mapping was repaired: in a container
                                            a command of the worker
  schedules                                 list the schedules
  schedules pause|resume|run SCHEDULE
exit codes: 0 done, 1 refused, failed or interrupted, 2 not understood
`;

const LOOK_EVERY_MS = 1_000;
const PAGE = 100;
/** Runs that end so have done what was asked for. */
const WELL = ['complete', 'empty'];

export interface JobsUseCases {
  readonly requestCollection: RequestCollection;
  readonly getCollectionRun: GetCollectionRun;
  readonly cancelCollection: CancelCollection;
  readonly listDeadLetterGroups: ListDeadLetterGroups;
  readonly replayDeadLetter: ReplayDeadLetter;
  readonly replayDeadLetters: ReplayDeadLetters;
  readonly listSchedules: ListSchedules;
  readonly pauseSchedule: PauseSchedule;
  readonly resumeSchedule: ResumeSchedule;
  readonly runSchedule: RunSchedule;
  readonly getSourceQueue: GetSourceQueue;
  readonly pauseSource: PauseSource;
  readonly resumeSource: ResumeSource;
  readonly clearSource: ClearSource;
}

type Refusal = { readonly code: string; readonly fields?: readonly { pointer: string; message: string }[] };

/** What an operator may do to runs, schedules and dead letters at the command line. */
export class JobsCommandLine {
  /** `operator` stands in the audit trail; `newKey` names each wish, so that each is a wish of its own. */
  constructor(
    private readonly useCases: JobsUseCases,
    private readonly operator: string,
    private readonly newKey: () => string,
    private readonly out: CommandOutput,
    private readonly errors: CommandOutput,
  ) {}

  /** Returns the exit code: 0 done, 1 refused, failed or interrupted by `signal`, 2 not understood. */
  async run(args: readonly string[], signal: AbortSignal): Promise<0 | 1 | 2> {
    const command = understandJobs(args);
    if (command?.name === 'help') return this.say(USAGE);
    if (command) return this.do(command, signal);
    this.errors.write(USAGE);
    return 2;
  }

  private async do(command: Exclude<JobsCommand, { name: 'help' }>, signal: AbortSignal): Promise<0 | 1> {
    const { operator } = this;
    const requester = { operator };
    switch (command.name) {
      case 'collect':
        return this.collect(command, signal);
      case 'cancel':
        return this.tell(
          await this.useCases.cancelCollection.execute({ requester, runId: command.id }),
          () => 'cancelled',
        );
      case 'dead-letters':
        return this.deadLetters();
      case 'replay':
        return this.tell(await this.useCases.replayDeadLetter.execute({ requester, id: command.id }), () => 'replayed');
      case 'replay-all':
        return this.replayAll(command);
      case 'source':
        return this.tell(await this.useCases.getSourceQueue.execute(command.source), toldOfQueue);
      case 'source-pause':
        return this.tell(await this.useCases.pauseSource.execute({ requester, ...command }), toldOfQueue);
      case 'source-resume':
        return this.tell(await this.useCases.resumeSource.execute({ requester, ...command }), toldOfQueue);
      case 'source-clear':
        return this.tell(
          await this.useCases.clearSource.execute({ requester, ...command }),
          (runs) => `${runs} cancelled`,
        );
      case 'schedules':
        return this.schedules();
      case 'schedules-pause':
        return this.tell(
          await this.useCases.pauseSchedule.execute({ requester, scheduleId: command.id }),
          () => 'paused',
        );
      case 'schedules-resume':
        return this.tell(
          await this.useCases.resumeSchedule.execute({ requester, scheduleId: command.id }),
          () => 'resumed',
        );
      case 'schedules-run': {
        const wish = { requester, scheduleId: command.id, idempotencyKey: this.newKey() };
        return this.tell(await this.useCases.runSchedule.execute(wish), ({ id }) => `requested run ${id}`);
      }
    }
  }

  private async collect(
    { source, query, mode, maxRequests, wait }: Extract<JobsCommand, { name: 'collect' }>,
    signal: AbortSignal,
  ): Promise<0 | 1> {
    const wish = { ...{ requester: { operator: this.operator }, idempotencyKey: this.newKey() }, source, query };
    const requested = await this.useCases.requestCollection.execute({ ...wish, mode, maxRequests });
    const said = this.tell(requested, ({ id }) => `requested run ${id}`);
    return requested.ok && wait ? this.waitFor(requested.value, signal) : said;
  }

  private async waitFor({ id }: CollectionRunView, signal: AbortSignal): Promise<0 | 1> {
    while (!signal.aborted) {
      const found = await this.useCases.getCollectionRun.execute(id);
      if (!found.ok) return this.refuse(found.error);
      const { status, outcome, reason, counts } = found.value;
      if (status === 'finished') {
        const why = reason === null ? '' : ` (${reason})`;
        this.say(`${outcome}${why}: ${counts.created} new, ${counts.changed} changed, ${counts.unchanged} unchanged\n`);
        return WELL.includes(outcome ?? '') ? 0 : 1;
      }
      await pause(LOOK_EVERY_MS, signal);
    }
    this.errors.write(`run ${id} goes on; end it with: npm run jobs -- cancel ${id}\n`);
    return 1;
  }

  private async deadLetters(): Promise<0> {
    const groups = await this.useCases.listDeadLetterGroups.execute();
    for (const { source, reason, count, firstAt } of groups) {
      this.say(`${count}\t${source}\t${reason}\tsince ${firstAt.toISOString()}\n`);
    }
    return groups.length > 0 ? 0 : this.say('none\n');
  }

  private async replayAll({ source, reason }: Extract<JobsCommand, { name: 'replay-all' }>): Promise<0 | 1> {
    const wish = { requester: { operator: this.operator }, source, reason, limit: Number.POSITIVE_INFINITY };
    const { replayed, refused } = await this.useCases.replayDeadLetters.execute(wish);
    this.say(`${replayed} replayed, ${refused} refused: their runs were cancelled, or may send no more\n`);
    return refused > 0 ? 1 : 0;
  }

  private async schedules(): Promise<0 | 1> {
    for (let from, more = true; more;) {
      const listed = await this.useCases.listSchedules.execute({ limit: PAGE, from });
      if (!listed.ok) return this.refuse(listed.error);
      for (const { id, name, source, cron, timeZone, nextFire } of listed.value.items) {
        this.say(`${id}\t${source}\t${cron} ${timeZone}\t${nextFire?.at.toISOString() ?? 'paused'}\t${name}\n`);
      }
      from = listed.value.next;
      more = from !== undefined;
    }
    return 0;
  }

  private tell<T>(result: Result<T, Refusal>, done: (value: T) => string): 0 | 1 {
    return result.ok ? this.say(`${done(result.value)}\n`) : this.refuse(result.error);
  }

  private say(text: string): 0 {
    this.out.write(text);
    return 0;
  }

  private refuse({ code, fields = [] }: Refusal): 1 {
    const faults = fields.map(({ pointer, message }) => `\n  ${pointer} ${message}`);
    this.errors.write(`refused: ${code}${faults.join('')}\n`);
    return 1;
  }
}
