import { jobFailureOf, parseCollectionJob, tookLongerThan } from './collection-job';

describe('parseCollectionJob', () => {
  const window = { version: 1, kind: 'window', runId: 'r', windowId: 'w', traceparent: '00-…' };

  it('reads what a relay writes', () => expect(parseCollectionJob(window)).toEqual(window));

  it('reads how long a source has been away, if it understands it', () => {
    const outage = { since: 1_700_000_000_000, attempts: 2 };
    expect(parseCollectionJob({ ...window, outage })).toEqual({ ...window, outage });
    expect(parseCollectionJob({ ...window, outage: 'long' })).toEqual(window);
  });

  it('reads a plan, which has no window', () => {
    expect(parseCollectionJob({ version: 1, kind: 'plan', runId: 'r' })).toEqual({
      version: 1,
      kind: 'plan',
      runId: 'r',
      windowId: null,
      traceparent: null,
    });
  });

  it.each([
    null,
    'text',
    {},
    { ...window, version: 2 },
    { ...window, kind: 'detail' },
    { ...window, runId: 1 },
    { ...window, windowId: null },
  ])('refuses %p', (data) => expect(parseCollectionJob(data)).toBeUndefined());
});

describe('jobFailureOf', () => {
  it.each([
    [tookLongerThan(60_000), 'job.timed-out'],
    [tookLongerThan(100), 'job.timed-out'],
    ['job stalled more than allowable limit', 'job.stalled'],
    ['a bug', 'job.failed'],
  ])('%s: %s', (message, reason) => expect(jobFailureOf(message)).toBe(reason));
});
