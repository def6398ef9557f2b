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
import {
  aDeadLetter,
  aRun,
  aSchedule,
  at,
  FixedIntervalCron,
  InMemorySourceBlocks,
  InMemorySourceRequestBudget,
  InMemoryVacancyDatabase,
  SequentialIds,
  SharedBuckets,
} from '@job-scope/vacancies-testing';
import { JobsCommandLine } from './jobs-command-line';

const NEVER = new AbortController().signal;
const NOBODY = '00000000-0000-7000-8000-ffffffffffff';
const clock = { now: () => at(60) };
const hasher = { hash: (text: string) => text };

const setUp = () => {
  const database = new InMemoryVacancyDatabase();
  const { unitOfWork, runs, schedules, deadLetters } = database;
  const [ids, keys, cron] = [new SequentialIds('f01'), new SequentialIds('f02'), new FixedIntervalCron()];
  const replayDeadLetter = new ReplayDeadLetter(unitOfWork, clock);
  const [cancelCollection, buckets] = [new CancelCollection(unitOfWork, clock), new SharedBuckets()];
  const blocks = new InMemorySourceBlocks(buckets);
  const getSourceQueue = new GetSourceQueue(unitOfWork, blocks);
  const said = { out: '', errors: '' };
  const commandLine = new JobsCommandLine(
    {
      requestCollection: new RequestCollection(unitOfWork, runs, hasher, clock, ids),
      getCollectionRun: new GetCollectionRun(runs),
      cancelCollection,
      listDeadLetterGroups: new ListDeadLetterGroups(deadLetters),
      replayDeadLetter,
      replayDeadLetters: new ReplayDeadLetters(deadLetters, replayDeadLetter),
      listSchedules: new ListSchedules(schedules),
      pauseSchedule: new PauseSchedule(unitOfWork, clock),
      resumeSchedule: new ResumeSchedule(unitOfWork, cron, clock),
      runSchedule: new RunSchedule(unitOfWork, runs, hasher, clock, ids),
      getSourceQueue,
      pauseSource: new PauseSource(unitOfWork, clock, getSourceQueue),
      resumeSource: new ResumeSource(unitOfWork, blocks, clock, getSourceQueue),
      clearSource: new ClearSource(unitOfWork, clock, cancelCollection),
    },
    'root',
    () => keys.next(),
    { write: (text) => (said.out += text) },
    { write: (text) => (said.errors += text) },
  );
  const run = async (args: readonly string[], signal = NEVER) => {
    Object.assign(said, { out: '', errors: '' });
    return { code: await commandLine.run(args, signal), ...said };
  };
  const stored = () => [...database.read().runs.values()];
  const trail = async () =>
    (await database.trail.list({ limit: 9 })).map(({ action, actor, details }) => ({ action, actor, details }));
  return { database, buckets, run, stored, trail };
};

it.each([
  [],
  ['fly'],
  ['collect'],
  ['collect', 'headhunter', 'trudvsem'],
  ['collect', 'headhunter', '--query', '{'],
  ['collect', 'headhunter', '--all'],
  ['cancel', 'everything'],
  ['replay'],
  ['replay', '--all', NOBODY],
  ['schedules', 'stop', NOBODY],
  ['schedules', 'pause'],
  ['dead-letters', '--wings'],
  ['source'],
  ['source', 'clear', 'headhunter'],
  ['source', 'pause', 'headhunter', '--confirm', 'headhunter'],
  ['remap'],
])('does not understand %p %p %p %p, and says what it would', async (...args: string[]) => {
  const { code, out, errors } = await setUp().run(args);
  expect([code, out, errors]).toEqual([2, '', expect.stringContaining('usage: npm run jobs')]);
});

it('says what it can do', async () => {
  expect(await setUp().run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('replay --all') });
});

describe('collect', () => {
  it('asks for a run in the name of the operator', async () => {
    const { run, stored, trail } = setUp();
    const { code, out } = await run(['collect', 'headhunter', '--query', '{"text":"cook"}']);
    const [requested] = stored();
    expect([code, out]).toEqual([0, `requested run ${requested?.id}\n`]);
    expect(requested).toMatchObject({ query: { text: 'cook' }, requestedBy: { kind: 'operator', name: 'root' } });
    const actor = { kind: 'operator', id: null };
    expect(await trail()).toEqual([
      { action: 'collection.requested', actor, details: { source: 'headhunter', operator: 'root' } },
    ]);
  });

  it('asks for any query that a source understands, in a mode, and within a limit', async () => {
    const { run, stored } = setUp();
    const query = { text: 'cook', experience: ['noExperience'], box: { top: 56, bottom: 55, left: 37, right: 38 } };
    await run([
      ...['collect', 'headhunter', '--query', JSON.stringify(query)],
      ...['--mode', 'incremental', '--max-requests', '50'],
    ]);
    expect(stored()).toMatchObject([{ query, mode: 'incremental', maxRequests: 50 }]);
    expect(await run(['collect', 'trudvsem', '--query', '{"labels":["x"]}', '--max-requests', 'few'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/\/query\/labels cannot be asked of trudvsem\n.*\/maxRequests must be/),
    });
  });

  it('asks for another run each time', async () => {
    const { run, stored } = setUp();
    await run(['collect', 'headhunter']);
    await run(['collect', 'headhunter']);
    expect(stored()).toHaveLength(2);
  });

  it('says what is wrong with the wish', async () => {
    const { run } = setUp();
    expect(await run(['collect', 'nobody'])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('/source is not'),
    });
    const wrong = await run(['collect', 'headhunter', '--query', '{"txt":1}']);
    expect(wrong).toMatchObject({
      code: 1,
      errors: expect.stringContaining('refused: collections.invalid-query\n  /query'),
    });
  });

  it.each([
    ['complete', 0],
    ['empty', 0],
    ['partial', 1],
    ['cancelled', 1],
  ] as const)('waits for the end of the run: %s is %d', async (outcome, code) => {
    const { database, run } = setUp();
    const { byId } = database.runs;
    database.runs.byId = async (id) => {
      await database.unitOfWork.run((tx) => tx.collections.finishRun(id, { outcome, reason: 'why' }, at(61)));
      return byId.call(database.runs, id);
    };
    const ended = await run(['collect', 'headhunter', '--wait']);
    expect(ended).toMatchObject({ code, out: expect.stringContaining(`\n${outcome} (why): 0 new`) });
  });

  it('leaves the run alone when it is interrupted, and says how to end it', async () => {
    const { run, stored } = setUp();
    const { code, errors } = await run(['collect', 'headhunter', '--wait'], AbortSignal.abort());
    expect([code, errors]).toEqual([1, expect.stringContaining(`npm run jobs -- cancel ${stored()[0]?.id}`)]);
    expect(stored()).toMatchObject([{ status: 'requested' }]);
  });
});

it('cancels a run', async () => {
  const { run, stored, trail } = setUp();
  await run(['collect', 'headhunter']);
  const [requested] = stored();
  expect(await run(['cancel', requested?.id ?? ''])).toMatchObject({ code: 0, out: 'cancelled\n' });
  expect(stored()).toMatchObject([{ outcome: 'cancelled' }]);
  expect(await trail()).toMatchObject([{ action: 'collection.cancelled' }, {}]);
  expect(await run(['cancel', NOBODY])).toMatchObject({ code: 1, errors: 'refused: collections.not-found\n' });
});

it('counts dead letters, and replays one or all', async () => {
  const { database, run } = setUp();
  expect(await run(['dead-letters'])).toMatchObject({ code: 0, out: 'none\n' });
  for (const source of ['headhunter', 'trudvsem', 'trudvsem'] as const) {
    const failed = aRun({ source, status: 'finished', outcome: 'failed' });
    await database.unitOfWork.run(async ({ collections, deadLetters }) => {
      await collections.addRun(failed);
      await deadLetters.add(aDeadLetter({ runId: failed.id, source }));
    });
  }
  const { out } = await run(['dead-letters']);
  expect(out).toContain('2\ttrudvsem\tjob.failed\tsince 2026-');
  const [letter] = [...database.read().deadLetters.keys()];
  expect(await run(['replay', letter ?? ''])).toMatchObject({ code: 0, out: 'replayed\n' });
  expect((await run(['replay', '--all', '--source', 'headhunter'])).out).toContain('0 replayed');
  expect((await run(['replay', '--all'])).out).toContain('2 replayed');
  expect(await run(['replay', NOBODY])).toMatchObject({ code: 1, errors: 'refused: dead-letters.not-found\n' });
});

it('lists, pauses, resumes and runs schedules', async () => {
  const { database, run, stored, trail } = setUp();
  const schedule = aSchedule({ name: 'nightly', cron: 'every 60000 ms' });
  await database.unitOfWork.run((tx) => tx.schedules.add(schedule));
  expect((await run(['schedules'])).out).toContain(`${schedule.id}\theadhunter\t${schedule.cron} Europe/Moscow\t2026-`);
  expect(await run(['schedules', 'pause', schedule.id])).toMatchObject({ code: 0, out: 'paused\n' });
  expect((await run(['schedules'])).out).toContain('\tpaused\tnightly\n');
  expect(await run(['schedules', 'resume', schedule.id])).toMatchObject({ code: 0, out: 'resumed\n' });
  expect((await run(['schedules', 'run', schedule.id])).out).toBe(`requested run ${stored()[0]?.id}\n`);
  expect((await trail()).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['schedule.paused', 'schedule.resumed', 'schedule.run']),
  );
  expect(await run(['schedules', 'run', NOBODY])).toMatchObject({ code: 1, errors: 'refused: schedules.not-found\n' });
});

it('pauses a source, resumes and clears it, and tells how it is', async () => {
  const { database, buckets, run, trail } = setUp();
  const limits = { requestsPerSecond: 1, burst: 1, maxBlockWaitMs: 0 };
  await new InMemorySourceRequestBudget(buckets, limits).block('headhunter', new Date('2099-01-01'), 'captcha');
  await database.unitOfWork.run(({ collections }) => collections.addRun(aRun()));
  const paused = await run(['source', 'pause', 'headhunter']);
  expect([paused.code, paused.out.split('\n')]).toEqual([
    0,
    [expect.stringMatching(/^paused since/), expect.stringMatching(/^blocked until .*: captcha$/), '1 open runs', ''],
  ]);
  expect((await run(['source', 'resume', 'headhunter'])).out).toBe('not paused\n1 open runs\n');
  expect(await run(['source', 'clear', 'headhunter', '--confirm', 'yes'])).toMatchObject({
    code: 1,
    errors: 'refused: sources.not-confirmed\n',
  });
  expect((await run(['source', 'clear', 'headhunter', '--confirm', 'headhunter'])).out).toBe('1 cancelled\n');
  expect((await run(['source', 'headhunter'])).out).toBe('not paused\n0 open runs\n');
  expect((await run(['source', 'nowhere'])).errors).toBe('refused: sources.not-found\n');
  expect((await trail()).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['source.paused', 'source.resumed', 'source.cleared', 'collection.cancelled']),
  );
});
