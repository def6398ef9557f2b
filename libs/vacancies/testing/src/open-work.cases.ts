import type { WindowState } from '@job-scope/vacancies-domain';
import type { CollectionJob } from '@job-scope/vacancies-ports';
import { aDeadLetter, aRun, at, aWindow } from './builders';
import type { SuiteCase } from './suite';
import { drain, type VacancyStoreHarness } from './vacancy-store-harness';

/** A run with windows that stand so. */
const aRunWith = async ({ unitOfWork }: VacancyStoreHarness, ...states: readonly WindowState[]) => {
  const run = aRun();
  const windows = states.map((state) => aWindow({ runId: run.id, state }));
  await unitOfWork.run(async ({ collections }) => {
    await collections.addRun(run);
    if (windows.length === 0) return;
    await collections.startRun(run.id, at(0), 1_000);
    await collections.addWindows(windows);
  });
  return { run, windows };
};

const jobOf = ({ id: runId, source }: ReturnType<typeof aRun>, window?: { readonly id: string }): CollectionJob =>
  window ? { kind: 'window', source, runId, windowId: window.id } : { kind: 'plan', source, runId };

const byId = (jobs: readonly CollectionJob[]) => [...jobs].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
const idOf = (job: CollectionJob) => (job.kind === 'window' ? job.windowId : job.runId);

export const openWorkCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'knows what runs wait for: to be planned, or windows that have not ended',
    check: async (harness) => {
      const requested = await aRunWith(harness);
      const { run, windows } = await aRunWith(harness, 'planned', 'collecting', 'done', 'split', 'blocked', 'failed');
      const over = await aRunWith(harness, 'planned');
      const conclusion = { outcome: 'cancelled', reason: null } as const;
      await harness.unitOfWork.run((tx) => tx.collections.finishRun(over.run.id, conclusion, at(1)));
      const open = [jobOf(requested.run), jobOf(run, windows[0]), jobOf(run, windows[1])];
      expect(await harness.openWork.page(10, null)).toEqual(byId(open));
    },
  },
  {
    title: 'shows what runs wait for in portions, by its identifier',
    check: async (harness) => {
      const { run, windows } = await aRunWith(harness, 'planned', 'planned', 'planned');
      const jobs = byId([...windows.map((window) => jobOf(run, window)), jobOf((await aRunWith(harness)).run)]);
      const first = await harness.openWork.page(3, null);
      expect(first).toEqual(jobs.slice(0, 3));
      expect(await harness.openWork.page(3, idOf(first[2]!))).toEqual(jobs.slice(3));
      expect(await harness.openWork.page(3, idOf(jobs[3]!))).toEqual([]);
    },
  },
  {
    title: 'leaves out what waits in the outbox, until it has left',
    check: async (harness) => {
      const requested = await aRunWith(harness);
      const { run, windows } = await aRunWith(harness, 'planned', 'planned');
      const { source } = run;
      await harness.unitOfWork.run(({ outbox }) =>
        outbox.append([
          { kind: 'collection-requested', source, runId: requested.run.id },
          { kind: 'window-planned', source, runId: run.id, windowId: windows[0]!.id },
        ]),
      );
      expect(await harness.openWork.page(10, null)).toEqual([jobOf(run, windows[1])]);
      await drain(harness.outbox);
      expect(await harness.openWork.page(10, null)).toHaveLength(3);
    },
  },
  {
    title: 'names the dead letter that was replayed last, of each work its own',
    check: async (harness) => {
      const requested = await aRunWith(harness);
      const { run, windows } = await aRunWith(harness, 'planned', 'planned');
      const replay = async (runId: string, windowId: string | null) => {
        await harness.unitOfWork.run((tx) => tx.deadLetters.add(aDeadLetter({ runId, windowId })));
        const letters = await harness.deadLetters.list({ state: 'open', limit: 1 });
        const id = (letters.ok && letters.value.items[0]?.id) || '';
        await harness.unitOfWork.run((tx) => tx.deadLetters.settle(id, 'replayed', at(1)));
        return id;
      };
      const ofPlan = await replay(requested.run.id, null);
      await replay(run.id, windows[0]!.id);
      const ofWindow = await replay(run.id, windows[0]!.id);
      const jobs = [
        { ...jobOf(requested.run), replayOf: ofPlan },
        { ...jobOf(run, windows[0]), replayOf: ofWindow },
        jobOf(run, windows[1]),
      ];
      expect(await harness.openWork.page(10, null)).toEqual(byId(jobs));
      const { source } = run;
      const replayed = { kind: 'work-replayed', source, runId: run.id, windowId: windows[0]!.id } as const;
      await harness.unitOfWork.run(({ outbox }) => outbox.append([{ ...replayed, deadLetterId: ofWindow }]));
      expect(await harness.openWork.page(10, null)).toEqual(byId([jobs[0]!, jobs[2]!]));
    },
  },
];
