import type { SessionStatus } from '@job-scope/auth-ports';
import { SessionStatusLookup } from './session-status-lookup';

const STATUS: SessionStatus = { userId: 'user', active: true, superuser: false, generation: 1 };

const setUp = () => {
  const statuses = new Map([['known', STATUS]]);
  const read = jest.fn(async (ids: readonly string[]) => new Map([...statuses].filter(([id]) => ids.includes(id))));
  return { statuses, read, lookup: new SessionStatusLookup({ read }) };
};

describe('SessionStatusLookup', () => {
  it('B-12, P-2: asks once for all requests of one moment, each session named once', async () => {
    const { lookup, read } = setUp();
    const answers = await Promise.all(['known', 'unknown', 'known'].map((id) => lookup.find(id)));
    expect(answers).toEqual([STATUS, undefined, STATUS]);
    expect(read.mock.calls).toEqual([[['known', 'unknown']]]);
  });

  it('asks again for the next request: no answer is kept', async () => {
    const { lookup, statuses } = setUp();
    await lookup.find('known');
    statuses.set('known', { ...STATUS, active: false });
    expect((await lookup.find('known'))?.active).toBe(false);
  });

  it('answers a request that comes while a query runs by a query of its own', async () => {
    const { lookup, read } = setUp();
    let answer: (statuses: Map<string, SessionStatus>) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const early = lookup.find('known');
    await new Promise(setImmediate);
    expect((await lookup.find('known'))?.active).toBe(true);
    answer(new Map());
    expect(await early).toBeUndefined();
  });

  it('B-17: fails for all who asked when the store fails, and works again afterwards', async () => {
    const { lookup, read } = setUp();
    read.mockRejectedValueOnce(new Error('store down'));
    const failed = await Promise.allSettled([lookup.find('known'), lookup.find('other')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await lookup.find('known')).toEqual(STATUS);
  });
});
