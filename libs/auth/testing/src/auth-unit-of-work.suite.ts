import { firstSigningKey, newSuperuser, userChanged, type AuditEvent, type User } from '@job-scope/auth-domain';
import type { AuthUnitOfWorkCase, AuthUnitOfWorkHarness } from './auth-unit-of-work-harness';
import { FakeKeyPairMaker, sequentialIds } from './fakes';
import { describeSuite, type OpenHarness } from './suite';
import { userRepositoryCases } from './user-repository.cases';

const NOW = new Date('2026-03-01T10:00:00.123Z');
const ids = sequentialIds();

const someone = (email: string): User => newSuperuser({ id: ids.next(), email, passwordHash: '$argon2id$v=19$x' }, NOW);

const AUDIT: AuditEvent = {
  at: NOW,
  action: 'user.created',
  actor: { kind: 'operator' },
  subject: { kind: 'user', id: 'someone' },
  ip: '192.0.2.1',
  userAgent: null,
  details: { superuser: 'true' },
};

const transactionCases: readonly AuthUnitOfWorkCase[] = [
  {
    title: 'commits what was written, and returns what the work returns',
    check: async ({ unitOfWork, users, outboxUserIds, auditActions }) => {
      const user = someone('commit@example.com');
      const result = await unitOfWork.run(async (tx) => {
        await tx.users.add(user);
        await tx.outbox.append([userChanged(user)]);
        await tx.audit.append(AUDIT);
        return 'done';
      });
      expect(result).toBe('done');
      expect(await users.findById(user.id)).toEqual(user);
      expect(await users.findByEmail(user.email)).toEqual(user);
      expect(await outboxUserIds()).toEqual([user.id]);
      expect(await auditActions()).toEqual(['user.created']);
    },
  },
  {
    title: 'rolls everything back when the work throws, and passes the error on',
    check: async ({ unitOfWork, users, keys, outboxUserIds, auditActions }) => {
      const user = someone('rollback@example.com');
      const work = unitOfWork.run(async (tx) => {
        await tx.users.add(user);
        await tx.signingKeys.saveRing([firstSigningKey(await new FakeKeyPairMaker().make(), NOW)]);
        await tx.outbox.append([userChanged(user)]);
        await tx.audit.append(AUDIT);
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await users.findById(user.id)).toBeUndefined();
      expect([await keys.readRing(), await outboxUserIds(), await auditActions()]).toEqual([[], [], []]);
    },
  },
  {
    title: 'A-15: refuses an address that is taken, and the transaction goes on',
    check: async ({ unitOfWork, users, auditActions }) => {
      const [first, second] = [someone('taken@example.com'), someone('taken@example.com')];
      await unitOfWork.run((tx) => tx.users.add(first));
      const added = await unitOfWork.run(async (tx) => {
        const result = await tx.users.add(second);
        await tx.audit.append(AUDIT);
        return result;
      });
      expect(added).toBe(false);
      expect((await users.findByEmail('taken@example.com'))?.id).toBe(first.id);
      expect(await auditActions()).toEqual(['user.created']);
    },
  },
  {
    title: 'A-15: lets one of many add an address that all want at once',
    check: async ({ unitOfWork }) => {
      const rivals = Array.from({ length: 8 }, () => someone('rivals@example.com'));
      const added = await Promise.all(rivals.map((user) => unitOfWork.run((tx) => tx.users.add(user))));
      expect(added.filter(Boolean)).toHaveLength(1);
    },
  },
  {
    title: 'keeps the ring as it was saved: keys added, retired and removed, oldest first',
    check: async ({ unitOfWork, keys }) => {
      const maker = new FakeKeyPairMaker();
      const [old, middle] = [await maker.make(), await maker.make()].map((pair) => firstSigningKey(pair, NOW));
      const latest = firstSigningKey(await maker.make(), new Date(NOW.getTime() + 1000));
      if (!old || !middle) throw new Error('two keys were made');
      await unitOfWork.run((tx) => tx.signingKeys.saveRing([old, middle]));
      const ring = [{ ...middle, retireAt: new Date(NOW.getTime() + 5000) }, latest];
      await unitOfWork.run((tx) => tx.signingKeys.saveRing(ring));
      expect(await keys.readRing()).toEqual(ring);
    },
  },
  {
    title: 'B-13: lets one at a time change the ring',
    check: async ({ unitOfWork, keys }) => {
      const maker = new FakeKeyPairMaker();
      const ensure = () =>
        unitOfWork.run(async (tx) => {
          if ((await tx.signingKeys.lockRing()).length > 0) return;
          await tx.signingKeys.saveRing([firstSigningKey(await maker.make(), NOW)]);
        });
      await Promise.all(Array.from({ length: 8 }, ensure));
      expect(await keys.readRing()).toHaveLength(1);
    },
  },
];

export const authUnitOfWorkCases: readonly AuthUnitOfWorkCase[] = [...transactionCases, ...userRepositoryCases];

/** What every `AuthUnitOfWork` must do, with the readers beside it. */
export const describeAuthUnitOfWork = (name: string, open: OpenHarness<AuthUnitOfWorkHarness>): void =>
  describeSuite(`${name}: an AuthUnitOfWork`, authUnitOfWorkCases, open);
