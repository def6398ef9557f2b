import { userInfo } from 'node:os';
import {
  createDataSource,
  createRedis,
  loadSettings,
  runCommandLine,
  SystemClock,
  UuidV7Generator,
} from '@job-scope/platform-nest';
import {
  CancelCollection,
  ClearSource,
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
import { CronerCronCalculator } from '@job-scope/vacancies-infrastructure/cron';
import { Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import {
  PostgresCollectionRunReader,
  PostgresDeadLetterReader,
  PostgresScheduleReader,
  PostgresSourceBlocks,
  PostgresVacancyUnitOfWork,
} from '@job-scope/vacancies-infrastructure/postgres';
import { RedisSourceBlocks } from '@job-scope/vacancies-infrastructure/redis';
import { JobsCommandLine } from '@job-scope/vacancies-presentation/cli';
import { GatewaySettings } from './settings';

/** The operator's commands, with the rights and the settings of the gateway: what superusers may do over HTTP. */
const main = async (): Promise<number> => {
  const { databaseUrl, redisUrl } = loadSettings(GatewaySettings);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const database = await createDataSource({ url: databaseUrl, applicationName: 'gateway-cli', poolSize: 1 });
  const redis = redisUrl === undefined ? undefined : createRedis(redisUrl, 'gateway-cli');
  try {
    const [clock, ids, hasher, cron] = [
      new SystemClock(),
      new UuidV7Generator(),
      new Sha256ContentHasher(),
      new CronerCronCalculator(),
    ];
    const unitOfWork = new PostgresVacancyUnitOfWork(database, ids);
    const runs = new PostgresCollectionRunReader(database);
    const letters = new PostgresDeadLetterReader(database);
    const replayDeadLetter = new ReplayDeadLetter(unitOfWork, clock);
    const cancelCollection = new CancelCollection(unitOfWork, clock);
    const blocks = redis ? new RedisSourceBlocks(redis) : new PostgresSourceBlocks(database);
    const getSourceQueue = new GetSourceQueue(unitOfWork, blocks);
    const commandLine = new JobsCommandLine(
      {
        requestCollection: new RequestCollection(unitOfWork, runs, hasher, clock, ids),
        getCollectionRun: new GetCollectionRun(runs),
        cancelCollection,
        listDeadLetterGroups: new ListDeadLetterGroups(letters),
        replayDeadLetter,
        replayDeadLetters: new ReplayDeadLetters(letters, replayDeadLetter),
        listSchedules: new ListSchedules(new PostgresScheduleReader(database)),
        pauseSchedule: new PauseSchedule(unitOfWork, clock),
        resumeSchedule: new ResumeSchedule(unitOfWork, cron, clock),
        runSchedule: new RunSchedule(unitOfWork, runs, hasher, clock, ids),
        getSourceQueue,
        pauseSource: new PauseSource(unitOfWork, clock, getSourceQueue),
        resumeSource: new ResumeSource(unitOfWork, blocks, clock, getSourceQueue),
        clearSource: new ClearSource(unitOfWork, clock, cancelCollection),
      },
      userInfo().username,
      () => ids.next(),
      process.stdout,
      process.stderr,
    );
    return await commandLine.run(process.argv.slice(2), stop.signal);
  } finally {
    redis?.disconnect();
    await database.destroy();
  }
};

runCommandLine(main);
