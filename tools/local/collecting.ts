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
  const progress = screen.progress('Collecting');
  const begin = performance.now();
  const before = started.counts.fetched;
  let run = started;
  try {
    for (;;) {
      const { fetched, requests } = run.counts;
      const rate = (fetched - before) / ((performance.now() - begin) / 1000);
      progress.update(fetched, Math.max(run.found ?? 0, fetched), { pages: requests, rate });
      if (run.status === 'finished') break;
      await delay(POLL_EVERY_MS, undefined, { signal });
      run = await api.run(run.id);
    }
  } finally {
    progress.end();
  }
  return searchable(api, run, screen, signal);
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
