import { concludeRun, hasReadLists } from './collection-run';
import { EVERYTHING } from './slice';
import { NO_COUNTS, type CollectionCounts, type CollectionWindow } from './collection-window';

const window = (
  state: CollectionWindow['state'],
  found: number | null = 0,
  counts: Partial<CollectionCounts> = {},
): CollectionWindow => ({
  id: 'w',
  runId: 'r',
  parentId: null,
  task: 'list',
  slice: EVERYTHING,
  state,
  cursor: null,
  found,
  lastFound: found,
  shown: [],
  counts: { ...NO_COUNTS, ...counts },
});

const collected = (found: number, fetched = found) => window('done', found, { fetched, created: fetched });

describe('a run', () => {
  it.each(['planned', 'collecting'] as const)('is not over while a window is %s', (state) => {
    expect(concludeRun([collected(5), window(state)])).toBeUndefined();
  });

  it.each([
    ['complete', [collected(5), collected(0)]],
    ['complete', [window('done', 5, { fetched: 5, unchanged: 4, changed: 1 })]],
    ['empty', [collected(0)]],
    ['partial', [collected(5, 4)]],
    ['partial', [collected(5), window('failed', null)]],
    ['failed', [window('failed', null)]],
    ['blocked', [collected(5), window('failed', null), window('blocked', 9)]],
    ['parse-errors', [window('done', 5, { fetched: 5, created: 4, skipped: 1 })]],
  ] as const)('ends %s', (outcome, windows) => expect(concludeRun(windows)).toMatchObject({ outcome }));

  it.each([
    [true, [collected(5), window('split')]],
    [true, [collected(5, 4)]],
    [true, [window('done', 2, { fetched: 2, skipped: 2 })]],
    [false, [collected(0)]],
    [false, [collected(5), window('failed', 3)]],
    [false, [collected(5), window('capped', 3)]],
    [false, [collected(5), window('collecting', 3)]],
  ] as const)('has read its lists to their ends: %p of %j', (hasRead, windows) => {
    expect(hasReadLists(windows)).toBe(hasRead);
  });

  it('says why it did not end well, and only then', () => {
    expect(concludeRun([collected(5)])).toEqual({ outcome: 'complete', reason: null });
    expect(concludeRun([collected(5, 4)])?.reason).toBe('the source showed 4 of the 5 it has');
    expect(concludeRun([window('done', 2, { fetched: 2, skipped: 2 })])?.reason).toMatch(/^2 items/);
  });
});
