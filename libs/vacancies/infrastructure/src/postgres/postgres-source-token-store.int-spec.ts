import { ok } from '@job-scope/kernel';
import { ASK_PAUSE_MS } from '../headhunter/token-desk';
import { deskWith, TokenCounter } from '../headhunter/token-desk.fixture';
import { PostgresSourceTokenStore } from './postgres-source-token-store';
import { testStore } from './postgres-store.fixture';

const NEVER = new AbortController().signal;
const database = testStore();

describe('PostgresSourceTokenStore', () => {
  let store: PostgresSourceTokenStore;
  beforeEach(async () => {
    await database.clear();
    store = new PostgresSourceTokenStore(database.dataSource);
  });

  const elapse = (ms: number) =>
    database.dataSource.query(
      `UPDATE vacancies.source_tokens SET asked_at = asked_at - $1::float8 * interval '1 millisecond'`,
      [ms],
    );

  it('holds nothing at first, and then what was saved', async () => {
    expect(await store.read('headhunter')).toEqual({ sealed: null, askedMsAgo: Number.POSITIVE_INFINITY });
    await store.save('headhunter', Uint8Array.of(1, 2, 3));
    const { sealed, askedMsAgo } = await store.read('headhunter');
    expect([...(sealed ?? [])]).toEqual([1, 2, 3]);
    expect(askedMsAgo).toBeGreaterThanOrEqual(0);
  });

  it('lets one of many claim, and then nobody until the pause is over', async () => {
    const claims = () => Promise.all(Array.from({ length: 8 }, () => store.claim('headhunter', null, 60_000)));
    expect((await claims()).filter(Boolean)).toHaveLength(1);
    await elapse(59_000);
    expect((await claims()).filter(Boolean)).toHaveLength(0);
    await elapse(1_000);
    expect((await claims()).filter(Boolean)).toHaveLength(1);
  });

  it('lets nobody claim who has not seen the present token', async () => {
    await store.claim('headhunter', null, 60_000);
    await store.save('headhunter', Uint8Array.of(1));
    await elapse(60_000);
    expect(await store.claim('headhunter', null, 60_000)).toBe(false);
    expect(await store.claim('headhunter', Uint8Array.of(2), 60_000)).toBe(false);
    expect(await store.claim('headhunter', Uint8Array.of(1), 60_000)).toBe(true);
  });

  it('makes many desks at once send one request for each token', async () => {
    const counter = new TokenCounter();
    const desks = Array.from({ length: 6 }, () => deskWith({ store, request: counter.request }));
    const all = async (refused?: string) => {
      const answers = await Promise.all(desks.map((desk) => desk.token(refused, NEVER)));
      return answers.map(({ result }) => result);
    };
    expect(await all()).toEqual(desks.map(() => ok('token-1')));
    await elapse(ASK_PAUSE_MS);
    expect(await all('token-1')).toEqual(desks.map(() => ok('token-2')));
    expect(counter.requests).toBe(2);
  });
});
