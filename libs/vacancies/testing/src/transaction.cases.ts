import { at, aRun, aVacancyToStore, aWindow } from './builders';
import type { SuiteCase } from './suite';
import { drain, type VacancyStoreHarness } from './vacancy-store-harness';

class Refusal extends Error {}

export const transactionCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'returns what the work returned, and keeps what it wrote',
    check: async ({ unitOfWork, runs }) => {
      const run = aRun();
      const answer = await unitOfWork.run(async ({ collections }) => {
        await collections.addRun(run);
        return 'answer';
      });
      expect(answer).toBe('answer');
      expect(await runs.byId(run.id)).toEqual(run);
    },
  },
  {
    title: 'keeps nothing of what was written when the work throws, and passes the error on',
    check: async ({ unitOfWork, runs, vacancies, outbox, runEvents }) => {
      const run = aRun();
      let vacancyId = '';
      const failing = unitOfWork.run(async (tx) => {
        await tx.collections.addRun(run);
        await tx.collections.appendEvents(run.id, [{ type: 'started', data: {} }], at(0));
        await tx.idempotencyKeys.remember({ owner: 'u', key: 'k' }, { kind: 'run', id: run.id, fingerprint: 'f' });
        const { written } = await tx.vacancies.store([aVacancyToStore('1', 'a')], at(0));
        vacancyId = written[0]!.id;
        await tx.outbox.append([{ kind: 'vacancy-changed', vacancyId, revision: 1 }]);
        throw new Refusal('no');
      });
      await expect(failing).rejects.toBeInstanceOf(Refusal);
      expect(await runs.byId(run.id)).toBeUndefined();
      expect(await runEvents(run.id)).toEqual([]);
      expect(await vacancies.byId(vacancyId)).toBeUndefined();
      expect(await drain(outbox)).toEqual([]);
      const key = { owner: 'u', key: 'k' };
      expect(await unitOfWork.run((tx) => tx.idempotencyKeys.find(key))).toBeUndefined();
    },
  },
  {
    title: 'shows others nothing before the work has returned',
    check: async ({ unitOfWork, runs, outbox }) => {
      const run = aRun();
      await unitOfWork.run(async (tx) => {
        await tx.collections.addRun(run);
        await tx.outbox.append([{ kind: 'collection-requested', runId: run.id, source: run.source }]);
        expect(await runs.byId(run.id)).toBeUndefined();
        expect(await outbox.backlog()).toMatchObject({ pending: 0 });
      });
      expect(await runs.byId(run.id)).toEqual(run);
    },
  },
  {
    title: 'cuts short what waits for another when it is told to, and keeps nothing of it',
    check: async ({ unitOfWork, runs }) => {
      const [run, stop] = [aRun(), new AbortController()];
      await unitOfWork.run((tx) => tx.collections.addRun(run));
      await unitOfWork.run(async ({ collections }) => {
        await collections.lockRun(run.id);
        const waiting = unitOfWork.run((tx) => tx.collections.startRun(run.id, at(0), 1), stop.signal);
        stop.abort();
        await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
      });
      const late = unitOfWork.run((tx) => tx.collections.startRun(run.id, at(0), 1), stop.signal);
      await expect(late).rejects.toMatchObject({ name: 'AbortError' });
      expect(await runs.byId(run.id)).toEqual(run);
    },
  },
  {
    title: 'shows the work what it has written itself',
    check: async ({ unitOfWork }) => {
      const run = aRun();
      const window = aWindow({ runId: run.id });
      await unitOfWork.run(async ({ collections }) => {
        await collections.addRun(run);
        await collections.addWindows([window]);
        expect(await collections.lockRun(run.id)).toEqual(run);
        expect(await collections.windowsOf(run.id)).toEqual([window]);
      });
    },
  },
  {
    title: 'is not changed by what happens to an object after it was handed in or out',
    check: async ({ unitOfWork, runs }) => {
      const run = { ...aRun(), query: { text: 'before' } };
      await unitOfWork.run((tx) => tx.collections.addRun(run));
      run.query.text = 'after';
      const read = await runs.byId(run.id);
      Object.assign(read!, { status: 'finished' });
      expect(await runs.byId(run.id)).toMatchObject({ status: 'requested', query: { text: 'before' } });
    },
  },
];
