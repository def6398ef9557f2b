import { userChanged, userDeleted, type AuthContextEvent } from '@job-scope/auth-domain';
import { aliveOf, authWorld, by, CLIENT, loggedIn, relayed, type AuthWorld } from './auth-world.fixture';
import { useCasesOn } from './use-cases.fixture';

const ANN = 'ann@example.com';

const append = ({ database }: AuthWorld, ...events: readonly AuthContextEvent[]) =>
  database.run((tx) => tx.outbox.append(events));

const requested = ({ requestReset }: AuthWorld, email = ANN) =>
  requestReset.execute({ email, language: 'en', client: CLIENT });

describe('RelayOutbox', () => {
  it('has nothing to do when nothing is due', async () => {
    const { relay } = await authWorld();
    expect([await relay.execute('access'), await relay.execute('mail')]).toEqual([
      { outcome: 'nothing' },
      { outcome: 'nothing' },
    ]);
  });

  it('tells the token store and other contexts of a changed user', async () => {
    const world = await authWorld();
    const { sessionId } = await loggedIn(world);
    const changed = { ...world.ann, superuser: false, revision: 2 };
    await world.database.run(async (tx) => {
      await tx.users.save(changed);
      await tx.outbox.append([userChanged(changed)]);
    });
    expect(await world.relay.execute('access')).toMatchObject({ outcome: 'delivered', kind: 'user-changed' });
    expect((await world.store.read([sessionId])).get(sessionId)).toMatchObject({ active: true, superuser: false });
    expect(world.publisher.told.get(world.ann.id)).toEqual(userChanged(changed));
  });

  it('tells what is true now, not what was true when it was written', async () => {
    const world = await authWorld();
    const { sessionId } = await loggedIn(world);
    await append(world, userChanged({ ...world.ann, active: false }));
    await relayed(world);
    expect(await aliveOf(world, sessionId)).toEqual([true]);
  });

  it('leaves the newest to other contexts, in whatever order it is told', async () => {
    const world = await authWorld();
    const newer = { ...world.ann, displayName: 'Ann', revision: 3 };
    await append(world, userChanged(newer), userChanged({ ...world.ann, superuser: false, revision: 2 }));
    await relayed(world);
    expect(world.publisher.told.get(world.ann.id)).toEqual(userChanged(newer));
  });

  it('tells the token store and other contexts of a deleted user', async () => {
    const world = await authWorld();
    const { sessionId } = await loggedIn(world);
    await world.database.run((tx) => tx.users.remove(world.ann.id));
    await append(world, userDeleted(world.ann));
    expect(await world.relay.execute('access')).toMatchObject({ outcome: 'delivered', kind: 'user-deleted' });
    expect(await aliveOf(world, sessionId)).toEqual([false]);
    expect(world.publisher.told.get(world.ann.id)).toEqual(userDeleted(world.ann));
  });

  it('looks into a doubt once it has lasted, and lifts its denial', async () => {
    const world = await authWorld();
    const { sessionId } = await loggedIn(world);
    await append(world, { kind: 'access-in-doubt', userId: world.ann.id, denialId: 'd1' });
    await world.store.deny(world.ann.id, { id: 'd1', takes: 'all' });
    world.clock.advance(59_999);
    expect(await world.relay.execute('access')).toEqual({ outcome: 'nothing' });
    expect(await aliveOf(world, sessionId)).toEqual([false]);
    world.clock.advance(1);
    expect(await world.relay.execute('access')).toMatchObject({ outcome: 'delivered', kind: 'access-in-doubt' });
    expect(await aliveOf(world, sessionId)).toEqual([true]);
  });

  it('ends the sessions that are to end, and no other', async () => {
    const world = await authWorld();
    const [kept, ended] = [await loggedIn(world), await loggedIn(world)];
    await append(world, {
      kind: 'sessions-to-end',
      userId: world.ann.id,
      reason: 'password-changed',
      openedUntil: world.clock.now(),
      except: kept.sessionId,
    });
    world.clock.advance(1);
    const later = await loggedIn(world);
    expect(await world.relay.execute('access')).toMatchObject({ outcome: 'delivered', kind: 'sessions-to-end' });
    expect(await aliveOf(world, kept.sessionId, ended.sessionId, later.sessionId)).toEqual([true, false, true]);
  });

  it('tries again until it is done, whatever failed, and says what failed', async () => {
    const world = await authWorld();
    await append(world, userChanged({ ...world.ann, revision: 2 }));
    const error = new Error('no database of the feed');
    const publish = jest.spyOn(world.publisher, 'publish').mockRejectedValue(error);
    for (let attempt = 1; attempt <= 20; attempt++) {
      const turn = await world.relay.execute('access');
      expect(turn).toEqual({ outcome: 'failed', kind: 'user-changed', messageId: expect.any(String), error });
      world.clock.advance(600_000);
    }
    publish.mockRestore();
    expect(await world.relay.execute('access')).toMatchObject({ outcome: 'delivered' });
    expect(world.publisher.told.has(world.ann.id)).toBe(true);
  });
});

describe('mail of RelayOutbox', () => {
  it('goes out as it was wanted, with a link that is good', async () => {
    const world = await authWorld();
    await world.changeProfile.execute({ requester: by(world.ann), displayName: 'Ann' });
    await requested(world);
    await relayed(world);
    expect(world.mailer.sent).toEqual([
      {
        id: expect.any(String),
        kind: 'reset-password',
        to: ANN,
        displayName: 'Ann',
        language: 'en',
        link: { token: expect.stringMatching(/^reset-password:/), hours: 1 },
      },
    ]);
  });

  it('waits out an outage, longer each time, and goes out once, under one id', async () => {
    const world = await authWorld();
    await requested(world);
    world.mailer.down = true;
    const send = jest.spyOn(world.mailer, 'send');
    const waits = [1_000, 2_000, 4_000];
    for (const wait of waits) {
      expect(await world.relay.execute('mail')).toMatchObject({ outcome: 'failed', kind: 'mail-wanted' });
      world.clock.advance(wait - 1);
      expect(await world.relay.execute('mail')).toEqual({ outcome: 'nothing' });
      world.clock.advance(1);
    }
    world.mailer.down = false;
    await relayed(world);
    expect(world.mailer.sent).toHaveLength(1);
    expect(new Set(send.mock.calls.map(([{ id }]) => id)).size).toBe(1);
    world.clock.advance(86_400_000);
    await relayed(world);
    expect(world.mailer.sent).toHaveLength(1);
  });

  it('is set aside after many failures, where a person can see it', async () => {
    const world = await authWorld();
    await requested(world);
    const since = world.clock.now();
    world.mailer.down = true;
    expect(await world.readBacklog.execute()).toEqual({ pending: 1, oldestAt: since, setAside: 0 });
    while ((await world.readBacklog.execute()).pending > 0) {
      await relayed(world);
      world.clock.advance(600_000);
    }
    expect(await world.readBacklog.execute()).toEqual({ pending: 0, oldestAt: null, setAside: 1 });
  });

  it('is not tried again when the address refuses it, and that is recorded', async () => {
    const world = await authWorld();
    const { id } = await world.addUser('ben@nowhere.example');
    await requested(world, 'ben@nowhere.example');
    expect(await world.relay.execute('mail')).toMatchObject({ outcome: 'delivered' });
    expect(await world.relay.execute('mail')).toEqual({ outcome: 'nothing' });
    expect(world.database.audit.at(-1)).toMatchObject({
      action: 'mail.refused',
      actor: { kind: 'service' },
      subject: { kind: 'user', id },
      details: { mail: 'reset-password', email: 'ben@nowhere.example' },
    });
  });

  it('A-9: is not sent to who is deleted meanwhile', async () => {
    const world = await authWorld();
    const { id } = await world.addUser('ben@example.com');
    await requested(world, 'ben@example.com');
    await world.deleteUser.execute({ requester: by(world.ann), userId: id, expectedRevision: undefined });
    await relayed(world);
    expect(world.mailer.sent).toEqual([]);
    expect(await world.readBacklog.execute()).toMatchObject({ setAside: 0 });
  });

  it('keeps nothing else waiting when it is slow', async () => {
    const world = await authWorld();
    await requested(world);
    await append(world, userChanged(world.ann));
    let answer = (): void => undefined;
    const mailer = { send: () => new Promise<'sent'>((resolve) => (answer = () => resolve('sent'))) };
    const { relay } = useCasesOn({ ...world.ports, mailer });
    const slow = relay.execute('mail');
    expect(await relay.execute('access')).toMatchObject({ outcome: 'delivered', kind: 'user-changed' });
    answer();
    expect(await slow).toMatchObject({ outcome: 'delivered', kind: 'mail-wanted' });
  });
});
