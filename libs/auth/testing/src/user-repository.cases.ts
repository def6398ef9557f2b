import { changeUser, userChanged, type AuditEvent, type User } from '@job-scope/auth-domain';
import type { AuthTransaction, AuthUnitOfWork } from '@job-scope/auth-ports';
import type { AuthUnitOfWorkCase } from './auth-unit-of-work-harness';
import { aUser, sequentialIds } from './fakes';

const NOW = new Date('2026-03-02T10:00:00.456Z');
const ids = sequentialIds();

const someone = (email: string, given: Partial<User> = {}): User => aUser({ id: ids.next(), email, ...given });

const add = async (unitOfWork: AuthUnitOfWork, ...users: readonly User[]): Promise<void> => {
  for (const user of users) expect(await unitOfWork.run((tx) => tx.users.add(user))).toBe(true);
};

const REMOVED: AuditEvent = {
  at: NOW,
  action: 'user.deleted',
  actor: { kind: 'service' },
  subject: null,
  ip: null,
  userAgent: null,
  details: {},
};

const saving: readonly AuthUnitOfWorkCase[] = [
  {
    title: 'saves whatever of a user has changed',
    check: async ({ unitOfWork, users }) => {
      const [user, bystander] = [someone('saved@example.com'), someone('bystander@example.com')];
      await add(unitOfWork, user, bystander);
      const renamed = changeUser(user, { displayName: 'Ann «Энн» O\u2019Neil 🦊', email: 'new@example.com' }, NOW);
      const changed = { ...renamed, passwordHash: 'other', active: false, superuser: true, verified: false };
      expect(await unitOfWork.run((tx) => tx.users.save(changed))).toBe(true);
      expect(await users.findById(user.id)).toEqual(changed);
      expect(await users.findByEmail('saved@example.com')).toBeUndefined();
      expect(await users.findById(bystander.id)).toEqual(bystander);
      const nameless = changeUser(changed, { displayName: null }, NOW);
      await unitOfWork.run((tx) => tx.users.save(nameless));
      expect((await users.findById(user.id))?.displayName).toBeNull();
    },
  },
  {
    title: 'A-15: refuses to save an address that another has, and the transaction goes on',
    check: async ({ unitOfWork, users, outboxUserIds }) => {
      const [user, other] = [someone('first@example.com'), someone('second@example.com')];
      await add(unitOfWork, user, other);
      const moved = changeUser(user, { email: other.email, active: false }, NOW);
      const saved = await unitOfWork.run(async (tx) => {
        const results = [await tx.users.save(moved), await tx.users.save(moved), await tx.users.save(other)];
        await tx.outbox.append([userChanged(user)]);
        return results;
      });
      expect(saved).toEqual([false, false, true]);
      expect(await users.findById(user.id)).toEqual(user);
      expect(await outboxUserIds()).toEqual([user.id]);
    },
  },
  {
    title: 'A-9: removes a user, and leaves the address to others and the audit trail as it is',
    check: async ({ unitOfWork, users, auditActions }) => {
      const [user, bystander] = [someone('gone@example.com'), someone('stays@example.com')];
      await add(unitOfWork, user, bystander);
      const successor = someone('gone@example.com');
      await unitOfWork.run(async (tx) => {
        await tx.audit.append(REMOVED);
        await tx.users.remove(user.id);
        expect(await tx.users.lock(user.id)).toBeUndefined();
        expect(await tx.users.add(successor)).toBe(true);
      });
      expect(await users.findById(user.id)).toBeUndefined();
      expect(await users.findByEmail('gone@example.com')).toEqual(successor);
      expect(await users.findById(bystander.id)).toEqual(bystander);
      expect(await auditActions()).toEqual(['user.deleted']);
    },
  },
];

/** As every use case that takes a superuser's rights: the user first, then the question who else there is. */
const demote = (unitOfWork: AuthUnitOfWork, id: string): Promise<boolean> =>
  unitOfWork.run(async (tx) => {
    const user = await tx.users.lock(id);
    const superusers = await tx.users.lockActiveSuperusers();
    if (!user || superusers.every((other) => other === id)) return false;
    return tx.users.save(changeUser(user, { superuser: false }, NOW));
  });

const rename = async (tx: AuthTransaction, id: string, name: string): Promise<void> => {
  const user = await tx.users.lock(id);
  if (user) await tx.users.save(changeUser(user, { displayName: `${user.displayName ?? ''}${name}` }, NOW));
};

const locking: readonly AuthUnitOfWorkCase[] = [
  {
    title: 'reads a user as they are, and nobody under an unknown id',
    check: async ({ unitOfWork }) => {
      const user = someone('locked@example.com', { displayName: 'Ann' });
      await add(unitOfWork, user);
      expect(await unitOfWork.run((tx) => tx.users.lock(user.id))).toEqual(user);
      expect(await unitOfWork.run((tx) => tx.users.lock(ids.next()))).toBeUndefined();
    },
  },
  {
    title: 'loses none of many changes of one user at once',
    check: async ({ unitOfWork, users }) => {
      const user = someone('popular@example.com');
      await add(unitOfWork, user);
      await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => unitOfWork.run((tx) => rename(tx, user.id, name))));
      const { displayName, revision } = (await users.findById(user.id)) ?? {};
      expect([...(displayName ?? '')].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(revision).toBe(user.revision + 5);
    },
  },
  {
    title: 'tells who is an active superuser',
    check: async ({ unitOfWork }) => {
      const superusers = ['s1', 's2'].map((name) => someone(`${name}@example.com`, { superuser: true }));
      const others = [
        someone('inactive@example.com', { superuser: true, active: false }),
        someone('plain@example.com', { superuser: false }),
      ];
      await add(unitOfWork, ...superusers, ...others);
      const told = await unitOfWork.run((tx) => tx.users.lockActiveSuperusers());
      expect(told.toSorted()).toEqual(superusers.map(({ id }) => id).toSorted());
    },
  },
  {
    title: 'lets no two of the last superusers be demoted at once',
    check: async ({ unitOfWork, users }) => {
      const pair = ['last1', 'last2'].map((name) => someone(`${name}@example.com`, { superuser: true }));
      await add(unitOfWork, ...pair);
      for (let round = 0; round < 10; round += 1) {
        const demoted = await Promise.all(pair.map(({ id }) => demote(unitOfWork, id)));
        expect(demoted.toSorted()).toEqual([false, true]);
        for (const { id } of pair) {
          const user = await users.findById(id);
          if (user) await unitOfWork.run((tx) => tx.users.save(changeUser(user, { superuser: true }, NOW)));
        }
      }
    },
  },
];

export const userRepositoryCases: readonly AuthUnitOfWorkCase[] = [...saving, ...locking];
