import { err, ok } from '@job-scope/kernel';
import { FixedQuota, OpenBudget } from '@job-scope/vacancies-testing';
import { NEVER } from './stubbed-source.fixture';
import { ASK_PAUSE_MS } from './token-desk';
import { deskWith, InMemoryTokenStore, notedLogger, OTHER_KEY, TokenCounter } from './token-desk.fixture';

describe('HeadHunterTokenDesk', () => {
  let store: InMemoryTokenStore;
  let counter: TokenCounter;
  beforeEach(() => {
    store = new InMemoryTokenStore();
    counter = new TokenCounter();
  });

  const replica = (parts: Partial<Parameters<typeof deskWith>[0]> = {}, ...secrets: readonly string[]) =>
    deskWith({ store, request: counter.request, ...parts }, ...secrets);

  const given = (token: string, requests: number) => ({ result: ok(token), requests });
  const later = (retryAfterMs: number, by: object = {}) => ({
    result: { ok: false, error: { code: 'source.rate-limited', retryAfterMs, detail: expect.any(String), ...by } },
    requests: 0,
  });

  it('asks for a token once, and keeps it', async () => {
    const desk = replica();
    expect(await desk.token(undefined, NEVER)).toEqual(given('token-1', 1));
    const { reads } = store;
    expect(await desk.token(undefined, NEVER)).toEqual(given('token-1', 0));
    expect([counter.requests, store.reads]).toEqual([1, reads]);
  });

  it('lets one of two replicas ask, and gives its token to both', async () => {
    let give = () => {};
    counter.answer = () => new Promise((resolve) => (give = () => resolve(ok('the-only-one'))));
    const both = Promise.all([replica(), replica()].map((desk) => desk.token(undefined, NEVER)));
    while (counter.requests === 0 || store.reads < 10) await new Promise(setImmediate);
    give();
    expect((await both).sort((a, b) => a.requests - b.requests)).toEqual([
      given('the-only-one', 0),
      given('the-only-one', 1),
    ]);
    expect(counter.requests).toBe(1);
  });

  it('V-19: asks for a new token when the present one is refused', async () => {
    const desk = replica();
    await desk.token(undefined, NEVER);
    store.elapse(ASK_PAUSE_MS);
    expect(await desk.token('token-1', NEVER)).toEqual(given('token-2', 1));
  });

  it('asks for none beyond what its caller may send, and takes one that is there', async () => {
    const none = new FixedQuota(0);
    const refused = { result: { ok: false, error: { code: 'quota.used-up' } }, requests: 0 };
    expect(await replica().token(undefined, NEVER, none)).toMatchObject(refused);
    expect(counter.requests).toBe(0);
    const one = new FixedQuota(1);
    expect(await replica().token(undefined, NEVER, one)).toEqual(given('token-1', 1));
    expect(one.left).toBe(0);
    expect(await replica().token(undefined, NEVER, none)).toEqual(given('token-1', 0));
  });

  it('looks for the token that another replica has got before it asks for one', async () => {
    const [first, second] = [replica(), replica()];
    await first.token(undefined, NEVER);
    await second.token(undefined, NEVER);
    store.elapse(ASK_PAUSE_MS);
    await first.token('token-1', NEVER);
    store.elapse(ASK_PAUSE_MS);
    expect(await second.token('token-1', NEVER)).toEqual(given('token-2', 0));
    expect(counter.requests).toBe(2);
  });

  it('asks for none within five minutes, and says when it will', async () => {
    const desk = replica();
    await desk.token(undefined, NEVER);
    store.elapse(60_000);
    expect(await desk.token('token-1', NEVER)).toEqual(later(ASK_PAUSE_MS - 60_000));
    expect(counter.requests).toBe(1);
  });

  it('needs none after a restart', async () => {
    await replica().token(undefined, NEVER);
    expect(await replica().token(undefined, NEVER)).toEqual(given('token-1', 0));
  });

  it('asks no sooner after a restart, even if the request before has never ended', async () => {
    counter.answer = () => new Promise(() => {});
    void replica().token(undefined, NEVER);
    while (counter.requests === 0) await new Promise(setImmediate);
    store.elapse(60_000);
    expect(await replica().token(undefined, NEVER)).toEqual(later(ASK_PAUSE_MS - 60_000));
    expect(counter.requests).toBe(1);
  });

  it('takes a refusal as too early for no failure of the source, but for a reason to wait', async () => {
    counter.answer = async () => err({ code: 'headhunter.too-early' });
    const desk = replica();
    expect(await desk.token(undefined, NEVER)).toEqual({ ...later(ASK_PAUSE_MS), requests: 1 });
    store.elapse(ASK_PAUSE_MS);
    counter.answer = undefined;
    expect(await desk.token(undefined, NEVER)).toEqual(given('token-2', 1));
  });

  it.each([
    ['another key', [OTHER_KEY, 'app']],
    ['another application', [undefined, 'other']],
  ])('asks for a new token if the stored one is of %s, when it may, and says so once', async (_title, secrets) => {
    await replica().token(undefined, NEVER);
    const notes: string[] = [];
    const desk = deskWith(
      { store, request: counter.request, logger: notedLogger(notes) },
      ...(secrets as [string | undefined, string]),
    );
    store.elapse(60_000);
    expect(await desk.token(undefined, NEVER)).toEqual(later(ASK_PAUSE_MS - 60_000));
    store.elapse(ASK_PAUSE_MS);
    expect(await desk.token(undefined, NEVER)).toEqual(given('token-2', 1));
    expect(notes.filter((note) => note.includes('HEADHUNTER_TOKEN_KEY'))).toHaveLength(1);
  });

  it('stores and logs no token in the clear', async () => {
    const notes: string[] = [];
    await replica({ logger: notedLogger(notes) }).token(undefined, NEVER);
    expect(notes).toEqual([expect.stringContaining('source-token-obtained')]);
    expect(`${notes.join()} ${Buffer.from(store.sealed ?? []).toString('latin1')}`).not.toContain('token-1');
  });

  it('hands on what HeadHunter refuses for good', async () => {
    const refusal = err({ code: 'source.unauthorized', cause: 'token', detail: 'invalid_client' } as const);
    counter.answer = async () => refusal;
    expect(await replica().token(undefined, NEVER)).toEqual({ result: refusal, requests: 1 });
  });

  it('takes from the budget before it asks, and asks for nothing while that is blocked', async () => {
    const budget = new OpenBudget();
    await replica({ budget }).token(undefined, NEVER);
    expect(budget.taken).toBe(1);
    store.elapse(ASK_PAUSE_MS);
    const blocked = new OpenBudget(new Date('2026-11-02T10:00:00Z'));
    const refused = await replica({ budget: blocked }).token('token-1', NEVER);
    expect(refused).toEqual(later(3_600_000, { withheld: true }));
    expect(counter.requests).toBe(1);
  });

  it('stops waiting when it is told to', async () => {
    counter.answer = () => new Promise(() => {});
    void replica().token(undefined, NEVER);
    const stop = new AbortController();
    const waits = replica().token(undefined, stop.signal);
    stop.abort();
    await expect(waits).rejects.toMatchObject({ name: 'AbortError' });
  });
});
