import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Api, CollectionRun } from './api';
import type { Options } from './options';
import type { Screen } from './screen';
import { UserError } from './user-error';

const POLL_EVERY_MS = 250;
const INDEXED_WITHIN_MS = 120_000;

/**
 * Collects what the source has, unless there are vacancies already and nobody asked; a run that was cut short by the
 * end of the launcher is followed to its end first.
 *
 * @returns how many vacancies can be found in the end
 */
export async function collect(api: Api, screen: Screen, options: Options, signal: AbortSignal): Promise<number> {
  const newest = await api.newestRun();
  if (newest && newest.status !== 'finished') await follow(api, newest, screen, signal);
  const there = await api.searchTotal();
  if (options.collect === 'if-empty' && there.value > 0) {
    screen.say(
      `  ${there.exact ? '' : 'More than '}${there.value} vacancies are there from an earlier start; collecting again: npm start -- --vacancies N`,
    );
    return there.value;
  }
  return follow(api, await api.requestCollection(randomUUID()), screen, signal);
}

async function follow(api: Api, started: CollectionRun, screen: Screen, signal: AbortSignal): Promise<number> {
  const read = await show(api, started, LISTS, screen, signal);
  const run = await show(api, read, INQUIRIES, screen, signal);
  return searchable(api, run, screen, signal);
}

interface Part {
  readonly title: string;
  howFar(run: CollectionRun): { readonly done: number; readonly total: number };
  /** What comes after the last part ends the run. */
  readonly isLast: boolean;
}

const LISTS: Part = {
  title: 'Collecting',
  howFar: ({ found, counts: { fetched } }) => ({ done: fetched, total: Math.max(found ?? 0, fetched) }),
  isLast: false,
};

const INQUIRIES: Part = {
  title: 'Asking for details',
  howFar: ({ counts: { asked, created, changed } }) => ({ done: asked, total: Math.max(created + changed, asked) }),
  isLast: true,
};

/** Shows how a part of the run goes on, until it is done or the run is over. */
async function show(
  api: Api,
  started: CollectionRun,
  part: Part,
  screen: Screen,
  signal: AbortSignal,
): Promise<CollectionRun> {
  const progress = screen.progress(part.title);
  const begin = performance.now();
  const before = part.howFar(started).done;
  let run = started;
  try {
    for (;;) {
      const { done, total } = part.howFar(run);
      const rate = (done - before) / ((performance.now() - begin) / 1000);
      progress.update(done, total, { requests: run.counts.requests, rate });
      if (run.status === 'finished' || (!part.isLast && total > 0 && done >= total)) return run;
      await delay(POLL_EVERY_MS, undefined, { signal });
      run = await api.run(run.id);
    }
  } finally {
    progress.end();
  }
}

async function searchable(api: Api, run: CollectionRun, screen: Screen, signal: AbortSignal): Promise<number> {
  const { created, changed, unchanged } = run.counts;
  const stored = created + changed + unchanged;
  if (stored === 0 || run.outcome === 'blocked' || run.outcome === 'failed') {
    throw new UserError(`Collecting ended as "${run.outcome}"${run.reason ? `: ${run.reason}` : ''}.`);
  }
  if (run.outcome !== 'complete') screen.say(`  The run ended as "${run.outcome}": ${run.reason}.`);
  return screen.step('Waiting until all of them can be found', async () => {
    const deadline = Date.now() + INDEXED_WITHIN_MS;
    for (;;) {
      const total = await api.searchTotal();
      if (total.value >= stored) return total.value;
      if (!total.exact) return stored;
      if (Date.now() > deadline)
        throw new UserError(`Only ${total.value} of ${stored} can be found after two minutes.`);
      await delay(POLL_EVERY_MS, undefined, { signal });
    }
  });
}
