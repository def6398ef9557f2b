import type { Slice } from '@job-scope/vacancies-domain';
import { at, InMemoryVacancySource, OpenBudget, type SourceMood } from '@job-scope/vacancies-testing';
import { collectingFrom, NEVER } from './collecting.fixture';

describe('CollectWindow, when the source fails', () => {
  describe.each<[SourceMood, 'blocked' | 'failed', string]>([
    ['blocked', 'blocked', 'source.blocked'],
    ['unauthorized', 'blocked', 'source.unauthorized'],
    ['refusing', 'failed', 'source.query-refused'],
  ])('when the source is %s', (mood, end, code) => {
    it(`ends the window as ${end} at once, and says why`, async () => {
      const collection = collectingFrom(7);
      collection.world.mood = mood;
      const { runId, windowId } = await collection.plan();
      const ended = await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
      expect(ended).toEqual({ ok: true, value: end });
      expect(collection.window(windowId)?.state).toBe(end);
      expect(collection.run(runId)).toMatchObject({
        status: 'finished',
        outcome: end,
        reason: expect.stringContaining(code),
      });
      expect(collection.eventTypes(runId).slice(-2)).toEqual(['window-ended', 'finished']);
    });
  });

  it.each<SourceMood>(['blocked', 'unauthorized'])(
    'V-18: asks for nothing more in a run once it is %s',
    async (mood) => {
      const collection = collectingFrom(7);
      Object.assign(collection.world, { depth: 3, now: at(60) });
      const { runId, windowId } = await collection.plan();
      await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
      const [first = '', ...others] = await collection.openWindows(runId);
      expect(others.length).toBeGreaterThan(0);

      collection.world.mood = mood;
      await collection.collectWindow().execute({ windowId: first, attempt: 1, lastAttempt: false }, NEVER);
      expect(await collection.openWindows(runId)).toEqual([]);
      expect(collection.run(runId)).toMatchObject({ status: 'finished', outcome: 'blocked' });
      const letters = [...collection.database.read().deadLetters.values()];
      expect(new Set(letters.map((letter) => letter.windowId))).toEqual(new Set([first, ...others]));
    },
  );

  it('lets go of a store that makes it wait when it is told to stop', async () => {
    const collection = collectingFrom(7);
    const { runId, windowId } = await collection.plan();
    const stop = new AbortController();
    await collection.database.unitOfWork.run(async () => {
      const work = collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, stop.signal);
      stop.abort();
      await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    });
    expect(collection.run(runId)).toMatchObject({ status: 'collecting', counts: { requests: 0 } });
  });

  it('keeps what it has when the source blocks it half way', async () => {
    const collection = collectingFrom(7);
    const { runId, windowId } = await collection.plan();
    collection.world.depth = 3;
    collection.world.divisible = false;
    collection.source = new (class extends InMemoryVacancySource {
      protected override show(from: number, slice: Slice) {
        this.world.mood = 'blocked';
        return { ...super.show(from, slice), next: '3' };
      }
    })(collection.world, new OpenBudget());
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.storedIds()).toHaveLength(3);
    expect(collection.run(runId)).toMatchObject({ outcome: 'blocked', counts: { created: 3 } });
  });

  describe.each<[SourceMood, number]>([
    ['rate-limited', 60_000],
    ['down', 0],
  ])('when the source is %s', (mood, retryAfterMs) => {
    it('asks to be tried again, and leaves the window open', async () => {
      const collection = collectingFrom(7);
      collection.world.mood = mood;
      const { runId, windowId } = await collection.plan();
      const ended = await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
      expect(ended).toMatchObject({ ok: false, error: { code: 'windows.retry-later', retryAfterMs } });
      expect(collection.run(runId)?.status).toBe('collecting');
    });

    it('fails the window at the last attempt', async () => {
      const collection = collectingFrom(7);
      collection.world.mood = mood;
      const { runId, windowId } = await collection.plan();
      const ended = await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: true }, NEVER);
      expect(ended).toEqual({ ok: true, value: 'failed' });
      expect(collection.run(runId)).toMatchObject({
        outcome: 'failed',
        reason: expect.stringContaining('the source is'),
      });
    });
  });

  it('gives no window up for which nothing was sent, though it were the last attempt', async () => {
    const collection = collectingFrom(7);
    collection.source = new InMemoryVacancySource(collection.world, new OpenBudget(new Date(Date.now() + 3_600_000)));
    const { runId, windowId } = await collection.plan();
    const ended = await collection.collectWindow().execute({ windowId, attempt: 9, lastAttempt: true }, NEVER);
    expect(ended).toMatchObject({ ok: false, error: { code: 'windows.retry-later', wasAsked: false } });
    expect(collection.run(runId)?.status).toBe('collecting');
  });

  it('calls a run partial that failed after it had stored something', async () => {
    const collection = collectingFrom(7);
    const { runId, windowId } = await collection.plan();
    const failing = collection.collectWindow();
    await failing.execute({ windowId, attempt: 1, lastAttempt: false }, NEVER, () => {
      collection.world.mood = 'down';
    });
    await failing.execute({ windowId, attempt: 1, lastAttempt: true }, NEVER);
    expect(collection.run(runId)).toMatchObject({
      outcome: 'partial',
      reason: expect.stringContaining('source.unavailable'),
    });
  });
});
