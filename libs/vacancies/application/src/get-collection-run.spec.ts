import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';
import { GetCollectionRun } from './get-collection-run.query';
import { requestedRun } from './requested-run';

const RUN = requestedRun({
  id: 'a run',
  source: 'headhunter',
  query: {},
  mode: 'full',
  maxRequests: null,
  requestedBy: { kind: 'schedule', scheduleId: 'nightly' },
  requestedAt: new Date(0),
});

const show = (run: Partial<CollectionRun>) =>
  new GetCollectionRun({
    byId: async () => ({ ...RUN, ...run }),
    windowStates: async () => ({ done: 2 }),
  } as Partial<CollectionRunReader> as CollectionRunReader).execute(RUN.id);

const fetched = (count: number) => ({ counts: { ...RUN.counts, fetched: count } });

describe('GetCollectionRun', () => {
  it.each<[string, Partial<CollectionRun>, number | null]>([
    ['unknown before the source has said how much there is', { status: 'collecting' }, null],
    ['the share that was fetched', { status: 'collecting', found: 8, ...fetched(2) }, 0.25],
    ['never more than all, though items move between pages', { status: 'collecting', found: 8, ...fetched(9) }, 1],
    ['nothing yet of nothing', { status: 'collecting', found: 0 }, 0],
    ['all when the run has ended, whatever came of it', { status: 'finished', outcome: 'blocked' }, 1],
  ])('shows a progress that is %s', async (_what, run, progress) => {
    expect(await show(run)).toMatchObject({ ok: true, value: { progress } });
  });

  it('counts its windows by state, also those states that none is in', async () => {
    const windows = { planned: 0, collecting: 0, done: 2, blocked: 0, failed: 0 };
    expect(await show({})).toMatchObject({
      ok: true,
      value: { windows, requestedBy: { kind: 'schedule', id: 'nightly' } },
    });
  });
});
