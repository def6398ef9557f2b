import type { VacancyTransaction } from '@job-scope/vacancies-ports';
import { Broken, collections, deadLetters, failures, forget, schedules, type Break } from './broken-database.fixture';
import { InMemoryVacancyDatabase } from './in-memory-vacancy-database';

/** Commits what was written before the work threw. */
class KeepsHalf extends InMemoryVacancyDatabase {
  protected override async transact<T>(work: (tx: VacancyTransaction) => Promise<T>): Promise<T> {
    const outcome = await this.change(async (state) => {
      try {
        return { value: await work(this.open(state)) };
      } catch (error) {
        return { error: String(error) };
      }
    });
    if ('error' in outcome) throw new Error(outcome.error);
    return outcome.value;
  }
}

describe('the suite of VacancyUnitOfWork refuses a store that', () => {
  it('keeps half of what failed', async () => {
    expect(await failures(() => new KeepsHalf(), 'keeps nothing of what was written')).toHaveLength(1);
  });

  it.each<[string, string, Break]>([
    ['forgets progress', 'adds the progress of a window', collections(() => ({ advanceWindow: forget }))],
    [
      'numbers the events of all runs together',
      'numbers the events of a run',
      collections((honest, { runEvents }) => ({
        appendEvents: async (id, events, at) => {
          await honest.appendEvents(id, events, at);
          const all = [...runEvents.values()].flat().length;
          const numbered = (runEvents.get(id) ?? []).map((event, index) => ({ ...event, seq: all + index }));
          runEvents.set(id, numbered);
        },
      })),
    ],
    [
      'lets the last one have the key',
      'remembers the first run of a key',
      ({ idempotencyKeys }, state) => ({
        idempotencyKeys: {
          find: (key) => idempotencyKeys.find(key),
          forget: (...one) => idempotencyKeys.forget(...one),
          remember: async (...one) => {
            state.idempotencyKeys.clear();
            return idempotencyKeys.remember(...one);
          },
        },
      }),
    ],
    [
      'knows no owners',
      'keeps the keys of different owners apart',
      ({ idempotencyKeys }) => ({
        idempotencyKeys: {
          find: (key) => idempotencyKeys.find(key),
          forget: (...one) => idempotencyKeys.forget(...one),
          remember: ({ key }, brought) => idempotencyKeys.remember({ owner: '', key }, brought),
        },
      }),
    ],
    ['never settles a letter', 'keeps a dead letter as it was written', deadLetters(() => ({ settle: forget }))],
    [
      'forgets a run of which a letter is known',
      'keeps all of a run that has a dead letter',
      collections((honest, state) => ({
        forgetHistory: (...request) => {
          state.deadLetters.clear();
          return honest.forgetHistory(...request);
        },
      })),
    ],
    [
      'forgets runs too soon',
      'forgets how runs went',
      collections((honest) => ({ forgetHistory: (_, limit) => honest.forgetHistory(new Date(), limit) })),
    ],
    [
      'forgets keys too soon',
      'forgets what was brought by a key',
      ({ idempotencyKeys }) => ({
        idempotencyKeys: {
          find: (key) => idempotencyKeys.find(key),
          remember: (...one) => idempotencyKeys.remember(...one),
          forget: (_, limit) => idempotencyKeys.forget(new Date('9999-01-01'), limit),
        },
      }),
    ],
    ['leaves a run over', 'opens a run and a window again', collections(() => ({ reopenRun: forget }))],
    ['fires twice', 'lets a time of a schedule be served once', schedules(() => ({ recordFire: async () => true }))],
    [
      'fires again what it has forgotten',
      'C-2: lets no time be served again whose fire is forgotten',
      schedules((honest, { firesForgottenUntil }) => ({
        forgetFires: async (...which) => {
          const forgotten = await honest.forgetFires(...which);
          firesForgottenUntil.clear();
          return forgotten;
        },
      })),
    ],
    [
      'fires what is paused',
      'finds the schedules that are due',
      schedules((honest, state) => ({
        lockNextDue: (...request) => {
          for (const [id, schedule] of state.schedules) state.schedules.set(id, { ...schedule, paused: false });
          return honest.lockNextDue(...request);
        },
      })),
    ],
    ['never moves a schedule', 'moves a schedule to its next time', schedules(() => ({ advance: forget }))],
    [
      'sees no run under way',
      'knows whether a run of a schedule',
      schedules(() => ({ hasOpenRun: async () => false })),
    ],
    [
      'lets two schedules have one name',
      'gives a schedule no name that another has',
      schedules((_honest, state) => ({
        save: async (schedule) => {
          state.schedules.set(schedule.id, schedule);
          return true;
        },
      })),
    ],
    [
      'starts what waits beside the run that it waits for',
      'finds a schedule whose time waits',
      schedules((honest, state) => ({
        lockNextWaiting: (...request) => {
          state.runs.clear();
          return honest.lockNextWaiting(...request);
        },
      })),
    ],
    [
      'settles what never waited',
      'settles a time that was queued once',
      schedules(() => ({ settleQueuedFire: async () => true })),
    ],
    [
      'loses what goes into the outbox',
      'takes batches of any size',
      () => ({ outbox: { append: () => Promise.reject(new Error('full')) } }),
    ],
  ])('%s', async (_name, title, breaking) => {
    expect(await failures(() => new Broken(breaking), title)).toHaveLength(1);
  });
});
