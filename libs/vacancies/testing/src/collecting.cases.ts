import { addCounts, NO_COUNTS, type CollectionCounts } from '@job-scope/vacancies-domain';
import type { WindowProgress } from '@job-scope/vacancies-ports';
import { at, aRun, aWindow } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const counts: CollectionCounts = {
  ...{
    requests: 1,
    throttled: 8,
    fetched: 20,
    created: 3,
    changed: 2,
    unchanged: 14,
    skipped: 1,
    asked: 5,
    archived: 6,
    gone: 7,
  },
};
const twice = addCounts(counts, counts);
const progress = (changes: Partial<WindowProgress>): WindowProgress => ({
  state: 'collecting',
  cursor: 'page 2',
  found: 40,
  delta: counts,
  ...changes,
});

/** A run with one window, stored. */
const aStoredRun = async ({ unitOfWork }: VacancyStoreHarness) => {
  const run = aRun();
  const window = aWindow({ runId: run.id });
  await unitOfWork.run(async ({ collections }) => {
    await collections.addRun(run);
    await collections.addWindows([window]);
  });
  return { run, window };
};

export const collectingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'gives a run back as it was stored, whoever asked for it',
    check: async ({ unitOfWork, runs }) => {
      const query = { text: 'C++ "lead"', areas: ['1', '113'], onlyWithSalary: true };
      const byUser = aRun({ query, requestedAt: new Date('2026-03-01T00:00:00.001Z') });
      const bySchedule = aRun({
        requestedBy: { kind: 'schedule', scheduleId: '01900000-0000-7000-8000-000000000001' },
      });
      await unitOfWork.run(async ({ collections }) => {
        await collections.addRun(byUser);
        await collections.addRun(bySchedule);
      });
      expect(await runs.byId(byUser.id)).toEqual(byUser);
      expect(await runs.byId(bySchedule.id)).toEqual(bySchedule);
    },
  },
  {
    title: 'refuses a run that is stored already',
    check: async ({ unitOfWork }) => {
      const run = aRun();
      await unitOfWork.run((tx) => tx.collections.addRun(run));
      await expect(unitOfWork.run((tx) => tx.collections.addRun(run))).rejects.toThrow();
    },
  },
  {
    title: 'knows no run, window or states of windows that were never stored',
    check: async ({ unitOfWork, runs }) => {
      const { id } = aRun();
      expect(await runs.byId(id)).toBeUndefined();
      expect(await runs.windowStates(id)).toEqual({});
      expect(await unitOfWork.run((tx) => tx.collections.lockRun(id))).toBeUndefined();
      expect(await unitOfWork.run((tx) => tx.collections.lockWindow(id))).toBeUndefined();
    },
  },
  {
    title: 'starts and finishes a run',
    check: async (harness) => {
      const { run } = await aStoredRun(harness);
      await harness.unitOfWork.run((tx) => tx.collections.startRun(run.id, at(1), 1_000));
      const started = { startedAt: at(1), maxRequests: 1_000 };
      expect(await harness.runs.byId(run.id)).toEqual({ ...run, ...started, status: 'collecting' });
      const conclusion = { outcome: 'parse-errors', reason: '1 item could not be understood' } as const;
      await harness.unitOfWork.run((tx) => tx.collections.finishRun(run.id, conclusion, at(2)));
      const finished = { ...run, ...started, ...conclusion, status: 'finished', finishedAt: at(2) };
      expect(await harness.runs.byId(run.id)).toEqual(finished);
    },
  },
  {
    title: 'gives the windows of a run back as they were stored, and of no other run',
    check: async (harness) => {
      const { run, window } = await aStoredRun(harness);
      await aStoredRun(harness);
      const bounded = aWindow({
        runId: run.id,
        slice: { publishedFrom: at(0), publishedTo: at(300), filters: { area: '1', experience: 'noExperience' } },
      });
      await harness.unitOfWork.run(async ({ collections }) => {
        await collections.addWindows([bounded]);
        await collections.addWindows([]);
        expect(await collections.windowsOf(run.id)).toEqual([window, bounded]);
        expect(await collections.lockWindow(bounded.id)).toEqual(bounded);
      });
    },
  },
  {
    title: 'adds the progress of a window to the window and to its run',
    check: async (harness) => {
      const { run, window } = await aStoredRun(harness);
      const advance = (changes: Partial<WindowProgress>) =>
        harness.unitOfWork.run((tx) => tx.collections.advanceWindow(window.id, progress(changes)));
      await advance({});
      await advance({ state: 'done', cursor: null });
      const stored = await harness.unitOfWork.run((tx) => tx.collections.lockWindow(window.id));
      expect(stored).toEqual({ ...window, state: 'done', cursor: null, found: 40, counts: twice });
      expect(await harness.runs.byId(run.id)).toEqual({ ...run, found: 40, counts: twice });
      expect(await harness.runs.windowStates(run.id)).toEqual({ done: 1 });
    },
  },
  {
    title: 'sums what the windows of a run have found, as each of them last said',
    check: async (harness) => {
      const { run, window } = await aStoredRun(harness);
      const other = aWindow({ runId: run.id });
      await harness.unitOfWork.run((tx) => tx.collections.addWindows([other]));
      const found = async (id: string, value: number | null) => {
        const change = progress({ found: value, delta: NO_COUNTS });
        await harness.unitOfWork.run((tx) => tx.collections.advanceWindow(id, change));
        return (await harness.runs.byId(run.id))?.found;
      };
      expect(await found(window.id, null)).toBeNull();
      expect(await found(window.id, 0)).toBe(0);
      expect(await found(other.id, 5)).toBe(5);
      expect(await found(window.id, 10)).toBe(15);
      expect(await found(other.id, 6)).toBe(16);
      expect(await harness.runs.windowStates(run.id)).toEqual({ collecting: 2 });
    },
  },
  {
    title: 'loses no progress of windows that advance at once',
    check: async (harness) => {
      const run = aRun();
      const windows = Array.from({ length: 8 }, () => aWindow({ runId: run.id }));
      await harness.unitOfWork.run(async ({ collections }) => {
        await collections.addRun(run);
        await collections.addWindows(windows);
      });
      const advance = ({ id }: { id: string }) =>
        harness.unitOfWork.run((tx) => tx.collections.advanceWindow(id, progress({ state: 'done', found: 20 })));
      await Promise.all(windows.map(advance));
      expect(await harness.runs.byId(run.id)).toMatchObject({ found: 160, counts: { fetched: 160, skipped: 8 } });
    },
  },
  {
    title: 'refuses progress, a start, an end or events of what was never stored',
    check: async ({ unitOfWork }) => {
      const { id } = aRun();
      const conclusion = { outcome: 'complete', reason: null } as const;
      await expect(unitOfWork.run((tx) => tx.collections.startRun(id, at(0), 1_000))).rejects.toThrow(id);
      await expect(unitOfWork.run((tx) => tx.collections.finishRun(id, conclusion, at(0)))).rejects.toThrow(id);
      await expect(unitOfWork.run((tx) => tx.collections.advanceWindow(id, progress({})))).rejects.toThrow(id);
      const event = { type: 'page-stored', data: {} } as const;
      await expect(unitOfWork.run((tx) => tx.collections.appendEvents(id, [event], at(0)))).rejects.toThrow(id);
    },
  },
  {
    title: 'refuses windows of a run that was never stored',
    check: async ({ unitOfWork }) => {
      const orphan = aWindow({ runId: aRun().id });
      await expect(unitOfWork.run((tx) => tx.collections.addWindows([orphan]))).rejects.toThrow();
    },
  },
  {
    title: 'cancels the windows of a run that have not ended, and no others',
    check: async (harness) => {
      const [{ run, window }, { run: other }] = [await aStoredRun(harness), await aStoredRun(harness)];
      const [begun, done] = [aWindow({ runId: run.id }), aWindow({ runId: run.id })];
      const cancelled = await harness.unitOfWork.run(async ({ collections }) => {
        await collections.addWindows([begun, done]);
        await collections.advanceWindow(begun.id, progress({}));
        await collections.advanceWindow(done.id, progress({ state: 'done', cursor: null }));
        return collections.cancelWindows(run.id);
      });
      expect(cancelled).toBe(2);
      expect(await harness.runs.windowStates(run.id)).toEqual({ cancelled: 2, done: 1 });
      expect(await harness.runs.windowStates(other.id)).toEqual({ planned: 1 });
      const kept = await harness.unitOfWork.run(({ collections }) => collections.lockWindow(window.id));
      expect(kept).toEqual({ ...window, state: 'cancelled' });
      expect(await harness.unitOfWork.run(({ collections }) => collections.cancelWindows(run.id))).toBe(0);
    },
  },
];
