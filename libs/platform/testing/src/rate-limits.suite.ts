import type { RateLimitPolicies, RateLimits } from '@job-scope/platform-nest';

export interface RateLimitsHarness {
  /** A replica of its own on the shared store. */
  replica(policies: RateLimitPolicies): RateLimits;
  /** Ages everything in the store, as if so much time had passed. */
  elapse(ms: number): void | Promise<void>;
  close?(): Promise<void>;
}

const POLICIES = { login: { requests: 10, seconds: 900 }, mail: { requests: 2, seconds: 60 } };

/** What every `RateLimits` must do. `open` makes one on an empty store. */
export const describeRateLimits = (name: string, open: () => Promise<RateLimitsHarness>): void => {
  describe(`${name}: RateLimits`, () => {
    let harness: RateLimitsHarness;
    let replicas: readonly [RateLimits, RateLimits];
    let limits: RateLimits;
    beforeEach(async () => {
      harness = await open();
      replicas = [harness.replica(POLICIES), harness.replica(POLICIES)];
      limits = replicas[0];
    });
    afterEach(() => harness.close?.());

    it('A-10: let exactly so many pass as are allowed, of a hundred at once over all replicas', async () => {
      const asked = Array.from({ length: 50 }, () => replicas.map((replica) => replica.consume('login', 'ann'))).flat();
      const passed = (await Promise.all(asked)).filter(({ allowed }) => allowed);
      expect(passed).toHaveLength(10);
      expect(passed.map(({ remaining }) => remaining).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    it('tell what is left, and when counting begins anew', async () => {
      const states = [];
      for (let i = 0; i < 3; i += 1) states.push(await limits.consume('mail', 'ann'));
      expect(states.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
        [true, 1],
        [true, 0],
        [false, 0],
      ]);
      for (const { resetMs } of states) {
        expect(resetMs).toBeGreaterThan(0);
        expect(resetMs).toBeLessThanOrEqual(60_000);
      }
    });

    it('begin anew when the window has ended, and not before', async () => {
      for (let i = 0; i < 10; i += 1) await limits.consume('login', 'ann');
      await harness.elapse(600_000);
      expect(await limits.consume('login', 'ann')).toMatchObject({ allowed: false });
      await harness.elapse(300_001);
      expect(await limits.consume('login', 'ann')).toMatchObject({ allowed: true, remaining: 9 });
    });

    it('count each key and each limit by itself', async () => {
      await limits.consume('mail', 'ann');
      const others = [
        limits.consume('mail', 'bob'),
        limits.consume('mail', ['ann', 'bob']),
        limits.consume('login', 'ann'),
      ];
      expect((await Promise.all(others)).map(({ remaining }) => remaining)).toEqual([1, 1, 9]);
    });

    it('forget one key when told so, on every replica', async () => {
      for (const key of ['ann', 'bob']) await limits.consume('login', key);
      await replicas[1].clear('login', 'ann');
      await replicas[1].clear('login', 'nobody');
      expect(await limits.consume('login', 'ann')).toMatchObject({ remaining: 9 });
      expect(await limits.consume('login', 'bob')).toMatchObject({ remaining: 8 });
    });

    it('know their policies, and no others', async () => {
      expect(limits.policyOf('mail')).toEqual({ requests: 2, seconds: 60 });
      expect(() => limits.policyOf('global')).toThrow('there is no rate limit "global"');
      await expect(limits.consume('global', 'ann')).rejects.toThrow('there is no rate limit "global"');
    });
  });
};

export interface StoredKeysHarness {
  readonly limits: RateLimits;
  /** All keys in the store, as they stand there. */
  keys(): Promise<readonly string[]>;
}

/** What every `RateLimits` on a store that outlives the process must do. */
export const describeStoredKeys = (
  name: string,
  open: (policies: RateLimitPolicies) => Promise<StoredKeysHarness>,
): void => {
  it(`${name}: keys are of one short form, in which no address and no e-mail stands`, async () => {
    const { limits, keys } = await open(POLICIES);
    await limits.consume('login', ['ann@example.org', '192.0.2.1']);
    await limits.consume('mail', 'b'.repeat(100_000));
    const stored = await keys();
    expect(stored).toHaveLength(2);
    for (const key of stored) expect(key).toMatch(/^(rate-limit:)?(login|mail):[\w-]{43}$/);
  });
};
