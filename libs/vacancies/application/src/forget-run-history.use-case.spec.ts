import { aRun, InMemoryVacancyDatabase } from '@job-scope/vacancies-testing';
import { ForgetRunHistory } from './forget-run-history.use-case';

const NOW = new Date('2026-03-01T12:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const event = { type: 'asked', data: {} } as const;

/** A run that ended so many days ago. */
const aDatabase = async (endedDaysAgo: number) => {
  const database = new InMemoryVacancyDatabase();
  const run = aRun();
  await database.unitOfWork.run(async ({ collections }) => {
    await collections.addRun(run);
    await collections.appendEvents(run.id, [event], NOW);
    await collections.finishRun(run.id, { outcome: 'partial', reason: null }, daysAgo(endedDaysAgo));
  });
  const forgetter = new ForgetRunHistory(database.unitOfWork, { now: () => NOW }, { days: 30 });
  return { database, run, forget: (signal = new AbortController().signal) => forgetter.execute(signal) };
};

describe('ForgetRunHistory', () => {
  it.each([
    [29, 1],
    [31, 0],
  ])('of a run that ended %p days ago leaves %p events', async (days, events) => {
    const { database, run, forget } = await aDatabase(days);
    await forget();
    expect(database.runEvents(run.id)).toHaveLength(events);
    expect(database.read().runs.has(run.id)).toBe(true);
  });

  it('goes on until nothing is left that is old', async () => {
    const { database, run, forget } = await aDatabase(31);
    const events = Array.from({ length: 2_500 }, () => event);
    await database.unitOfWork.run((tx) => tx.collections.appendEvents(run.id, events, NOW));
    await forget();
    expect(database.runEvents(run.id)).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const { database, run, forget } = await aDatabase(31);
    await forget(AbortSignal.abort());
    expect(database.runEvents(run.id)).toHaveLength(1);
  });
});
