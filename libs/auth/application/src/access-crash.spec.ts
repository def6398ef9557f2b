import type { User } from '@job-scope/auth-domain';
import { DOUBT_MS, type AuthUnitOfWork } from '@job-scope/auth-ports';
import fc, { type Scheduler } from 'fast-check';
import { authWorld, by, CLIENT, loggedIn, PASSWORD, relayed } from './auth-world.fixture';
import { GlassSessionStore, Life, mortal } from './mortal.fixture';
import { useCasesOn } from './use-cases.fixture';

type Process = ReturnType<typeof useCasesOn>;

/** A world with root, who changes ben, who has sessions; processes of it may die. */
const mortalWorld = async () => {
  const world = await authWorld();
  const store = new GlassSessionStore(world.clock);
  const ports = { ...world.ports, sessions: store };
  const whole = { ...world, ports, store, ...useCasesOn(ports) };
  const ben = await world.addUser('ben@example.com');
  const root = by(world.ann);
  const broken: string[] = [];

  const truth = () => world.database.findById(ben.id);
  /** Log-ins that were overtaken by a change have ended theirs. */
  const open = () => store.all.filter(({ revoked }) => revoked === null);
  const statuses = async () => [...(await store.read(open().map(({ id }) => id))).values()];

  /** What must hold at every moment: nobody has more than what is committed. */
  const look = async (): Promise<void> => {
    const [user, told] = await Promise.all([truth(), statuses()]);
    if (!user?.active && told.some(({ active }) => active)) broken.push('no access was left, and a session works');
    if (!user?.superuser && told.some(({ active, superuser }) => active && superuser))
      broken.push('no superuser was left, and a session is one');
  };

  const start = (moments: number, pass: () => Promise<void> = async () => undefined) => {
    const life = new Life(moments, async () => {
      await look();
      await pass();
      await look();
    });
    const process = useCasesOn(mortal(ports, life));
    return {
      life,
      /** Resolves when it is done or dead. */
      run: (act: (process: Process) => Promise<unknown>) => Promise.race([act(process), life.over]),
    };
  };

  /** The relay of a healthy process, until nothing is left to do. */
  const settle = async (): Promise<void> => {
    const { run } = start(Infinity);
    do {
      world.clock.advance(DOUBT_MS);
      await run(relayed);
    } while ((await world.database.outbox.backlog()).pending > 0);
  };

  const end = async () => {
    const user = await truth();
    return {
      broken,
      denied: store.denied,
      told: new Set((await statuses()).map(({ active, superuser }) => JSON.stringify({ active, superuser }))),
      true: new Set(open().map(() => JSON.stringify(accessOf(user)))),
    };
  };

  await loggedIn(whole, ben.email);
  return { ...whole, ben, root, start, settle, end, truth };
};

const accessOf = (user: User | undefined) => ({ active: user?.active === true, superuser: user?.superuser === true });

type MortalWorld = Awaited<ReturnType<typeof mortalWorld>>;

const ACTS = {
  deactivate: ({ ben, root }: MortalWorld, { changeUser }: Process) =>
    changeUser.execute({ requester: root, userId: ben.id, change: { active: false }, expectedRevision: undefined }),
  activate: ({ ben, root }: MortalWorld, { changeUser }: Process) =>
    changeUser.execute({ requester: root, userId: ben.id, change: { active: true }, expectedRevision: undefined }),
  demote: ({ ben, root }: MortalWorld, { changeUser }: Process) =>
    changeUser.execute({ requester: root, userId: ben.id, change: { superuser: false }, expectedRevision: undefined }),
  promote: ({ ben, root }: MortalWorld, { changeUser }: Process) =>
    changeUser.execute({ requester: root, userId: ben.id, change: { superuser: true }, expectedRevision: undefined }),
  demoteStale: ({ ben, root }: MortalWorld, { changeUser }: Process) =>
    changeUser.execute({ requester: root, userId: ben.id, change: { superuser: false }, expectedRevision: 99 }),
  delete: ({ ben, root }: MortalWorld, { deleteUser }: Process) =>
    deleteUser.execute({ requester: root, userId: ben.id, expectedRevision: undefined }),
  deleteSelf: ({ ben }: MortalWorld, { deleteOwnAccount }: Process) =>
    deleteOwnAccount.execute({ requester: by(ben), password: PASSWORD }),
  logIn: ({ ben }: MortalWorld, { logIn }: Process) =>
    logIn.execute({ email: ben.email, password: PASSWORD, deviceName: null, client: CLIENT }),
  relay: (_: MortalWorld, { relay }: Process) => relay.execute('access'),
};

type Act = keyof typeof ACTS;

const TAKING = ['deactivate', 'demote', 'delete', 'deleteSelf'] as const;

describe.each(TAKING)('A-8, A-9: to %s', (act) => {
  it('holds from its commit on wherever the process dies, and is finished by the relay', async () => {
    const survived: boolean[] = [];
    for (let moments = 0; !survived.at(-1); moments++) {
      const world = await mortalWorld();
      const { run, life } = world.start(moments);
      await run((process) => ACTS[act](world, process));
      survived.push(!life.isOver);
      await world.settle();
      const end = await world.end();
      expect({ moments, ...end }).toEqual({ moments, broken: [], denied: [], told: end.true, true: end.told });
    }
    expect(survived.length).toBeGreaterThan(8);
  });
});

describe('A-8: a change that cannot get hold of the user in time', () => {
  it('is given up before it denies anything, as nobody would lift that any more', async () => {
    const world = await mortalWorld();
    const slow: AuthUnitOfWork = {
      run: async (work) => {
        const result = await world.ports.unitOfWork.run(work);
        world.clock.advance(DOUBT_MS);
        await relayed(world);
        return result;
      },
    };
    const deactivating = ACTS.deactivate(world, useCasesOn({ ...world.ports, unitOfWork: slow }));
    await expect(deactivating).rejects.toThrow('too long');
    await world.settle();
    expect(await world.truth()).toEqual(world.ben);
    expect(await world.end()).toMatchObject({ denied: [], told: new Set([JSON.stringify(accessOf(world.ben))]) });
  });
});

const acts = fc.record({
  act: fc.constantFrom(...(Object.keys(ACTS) as Act[])),
  moments: fc.oneof(fc.constant(Infinity), fc.nat({ max: 14 })),
});

const allDone = async (scheduler: Scheduler): Promise<void> => {
  do {
    await scheduler.waitIdle();
    await new Promise(setImmediate);
  } while (scheduler.count() > 0);
};

describe('A-8, A-9: any changes of one user at once, by processes that may die', () => {
  it('never leave more access than is committed, and in the end exactly that', async () => {
    const phases = fc.array(fc.array(acts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), phases, async (scheduler, history) => {
        const world = await mortalWorld();
        for (const phase of history) {
          for (const { act, moments } of phase) {
            const { run } = world.start(moments, () => scheduler.schedule(Promise.resolve()));
            void run((process) => ACTS[act](world, process));
          }
          await allDone(scheduler);
          world.clock.advance(DOUBT_MS / 2);
        }
        await world.settle();
        const end = await world.end();
        expect(end).toEqual({ broken: [], denied: [], told: end.true, true: end.told });
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});
