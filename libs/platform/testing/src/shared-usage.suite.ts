import { ReconciledRateLimit, silentLogger, type SharedUsage } from '@job-scope/platform-nest';

export interface SharedUsageHarness {
  /** A replica of its own on the shared store. */
  replica(): SharedUsage;
  /** Ages everything in the store, as if so much time had passed. */
  elapse(ms: number): void | Promise<void>;
}

const MINUTE = 60_000;
const isAllowed = ({ allowed }: { readonly allowed: boolean }): boolean => allowed;
const used = (key: string, requests: number) => ({ key, requests });

/** What every `SharedUsage` must do. `open` makes one on an empty store. */
export const describeSharedUsage = (name: string, open: () => Promise<SharedUsageHarness>): void => {
  describe(`${name}: a SharedUsage`, () => {
    let harness: SharedUsageHarness;
    let a: SharedUsage;
    let b: SharedUsage;
    beforeEach(async () => {
      harness = await open();
      [a, b] = [harness.replica(), harness.replica()];
    });

    const requestsOf = async (replica: SharedUsage, ...usages: Parameters<SharedUsage['add']>[0]) =>
      (await replica.add(usages, MINUTE)).map(({ requests }) => requests);

    it('adds up what all replicas used, and answers in the order it was told', async () => {
      expect(await requestsOf(a, used('z', 3), used('a', 1))).toEqual([3, 1]);
      expect(await requestsOf(b, used('a', 2), used('m', 7), used('z', 4))).toEqual([3, 7, 7]);
    });

    it('A-10: loses nothing of what replicas add at once, in whatever order they name the keys', async () => {
      const keys = Array.from({ length: 40 }, (_, i) => used(`key-${i}`, 1));
      const rounds = Array.from({ length: 25 }, () => [a.add(keys, MINUTE), b.add(keys.toReversed(), MINUTE)]).flat();
      await Promise.all(rounds);
      expect(await requestsOf(a, ...keys)).toEqual(keys.map(() => 51));
    });

    it('begins a window with the first of its requests, which later ones do not prolong', async () => {
      const [first] = await a.add([used('a', 1)], MINUTE);
      await harness.elapse(20_000);
      const [later] = await b.add([used('a', 1)], MINUTE);
      const [firstMs, laterMs] = [first?.leftMs ?? 0, later?.leftMs ?? 0];
      expect(firstMs).toBeGreaterThan(0);
      expect(firstMs).toBeLessThanOrEqual(MINUTE);
      expect(laterMs).toBeGreaterThan(0);
      expect(laterMs).toBeLessThanOrEqual(MINUTE - 20_000);
    });

    it.each([MINUTE + 1, 60 * MINUTE])('begins another when it has ended: after %i ms', async (ms) => {
      await a.add([used('a', 5), used('b', 5)], MINUTE);
      await harness.elapse(ms);
      expect(await requestsOf(b, used('a', 2))).toEqual([2]);
      expect((await a.add([used('a', 1)], MINUTE)).map(({ requests }) => requests)).toEqual([3]);
    });

    it('A-10: holds replicas to one limit, but for what each lets through before it hears of the others', async () => {
      const policy = { requests: 10, seconds: 60 };
      const limits = [a, b].map(
        (usage) => new ReconciledRateLimit({ name: 'all', policy, usage, logger: silentLogger }),
      );
      const second = async (): Promise<number[]> => {
        const passed = limits.map(
          (limit) => Array.from({ length: 7 }, () => limit.take('ann')).filter(isAllowed).length,
        );
        for (const limit of limits) await limit.reconcile();
        return passed;
      };
      expect([await second(), await second(), await second()]).toEqual([
        [7, 7],
        [3, 0],
        [0, 0],
      ]);
    });

    it('takes as many keys at once as a replica remembers', async () => {
      const keys = Array.from({ length: 10_000 }, (_, i) => used(`key-${i}`, i + 1));
      expect(await requestsOf(a, ...keys)).toEqual(keys.map(({ requests }) => requests));
    });
  });
};
