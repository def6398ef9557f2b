import { signingKeyAt } from '@job-scope/auth-domain';
import { FakeKeyPairMaker, InMemoryAuthDatabase, ManualClock } from '@job-scope/auth-testing';
import { EnsureSigningKey } from './ensure-signing-key.use-case';
import { GetPublishedKeys } from './get-published-keys.query';
import { RotateSigningKeys } from './rotate-signing-keys.use-case';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const TIMES = {
  publishedMaxAgeMs: 5 * MINUTE,
  accessTokenTtlMs: 15 * MINUTE,
  clockSkewMs: MINUTE,
  refreshIdleMs: 30 * DAY,
};

const setUp = () => {
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));
  const database = new InMemoryAuthDatabase();
  const pairs = new FakeKeyPairMaker();
  const published = new GetPublishedKeys(database, clock, TIMES);
  return {
    clock,
    database,
    ensure: new EnsureSigningKey(database, pairs, clock),
    rotate: new RotateSigningKeys(database, pairs, clock, TIMES),
    publishedKids: async () => (await published.execute()).keys.map(({ kid }) => kid),
    signingKid: async () => signingKeyAt(await database.readRing(), clock.now())?.kid,
    maxAge: async () => (await published.execute()).maxAgeSeconds,
  };
};

describe('B-13: signing keys', () => {
  it('are made once, however many ask', async () => {
    const { ensure, database, signingKid } = setUp();
    const made = await Promise.all(Array.from({ length: 5 }, () => ensure.execute()));
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    expect(await signingKid()).toBe('key-1');
    expect(database.audit.map(({ action }) => action)).toEqual(['signing-key.added']);
  });

  it('are told to verifiers with the time they may keep them', async () => {
    const { ensure, publishedKids, maxAge } = setUp();
    await ensure.execute();
    expect([await publishedKids(), await maxAge()]).toEqual([['key-1'], 300]);
  });

  it('rotate without a moment in which a token in use has no published key', async () => {
    const { clock, ensure, rotate, publishedKids, signingKid } = setUp();
    await ensure.execute();
    const rotation = await rotate.execute();
    expect(rotation).toEqual({
      ok: true,
      value: { kid: 'key-2', signFrom: new Date(clock.now().getTime() + 10 * MINUTE) },
    });
    expect([await publishedKids(), await signingKid()]).toEqual([['key-1', 'key-2'], 'key-1']);
    clock.advance(10 * MINUTE);
    expect([await publishedKids(), await signingKid()]).toEqual([['key-1', 'key-2'], 'key-2']);
    clock.advance(16 * MINUTE);
    expect([await publishedKids(), await signingKid()]).toEqual([['key-2'], 'key-2']);
  });

  it('are forgotten once no refresh token of theirs can be alive', async () => {
    const { clock, database, ensure, rotate } = setUp();
    await ensure.execute();
    await rotate.execute();
    clock.advance(31 * DAY);
    await rotate.execute();
    expect((await database.readRing()).map(({ kid }) => kid)).toEqual(['key-2', 'key-3']);
  });

  it('cannot be rotated before there is one', async () => {
    expect(await setUp().rotate.execute()).toMatchObject({ ok: false, error: { code: 'auth.no-signing-key' } });
  });
});
