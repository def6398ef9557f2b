import fc from 'fast-check';
import { REPEAT_WINDOW_MS, rotate, type PresentedToken, type Rotation } from './refresh-rotation';
import { openSession, revokeSession, type Session } from './session';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const LIMITS = { idleMs: 30 * DAY, absoluteMs: 90 * DAY };
const START = new Date('2026-01-01T00:00:00Z');

const open = (): Session =>
  openSession({ id: 'session', userId: 'user', client: { name: null, ip: null, userAgent: null } }, START, LIMITS);
const later = (ms: number): Date => new Date(START.getTime() + ms);
const tokenOf = ({ generation, issue }: Session): PresentedToken => ({ generation, issue });
const nameOf = ({ generation, issue }: PresentedToken): string => `${generation}.${issue}`;

/** Any history of one session: at each step some time passes, then some token it ever gave is presented. */
const histories = fc.array(
  fc.record({
    wait: fc.oneof(fc.integer({ min: 0, max: 12 * SECOND }), fc.integer({ min: 0, max: 31 * DAY })),
    pick: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 5 }) }),
  }),
  { maxLength: 20 },
);

interface Step extends Rotation {
  readonly before: Session;
  readonly token: PresentedToken;
  readonly now: Date;
}

/** `pick` counts back from the newest token. */
const play = (history: readonly { wait: number; pick: number }[]): Step[] => {
  let session = open();
  let elapsed = 0;
  const given = [tokenOf(session)];
  return history.map(({ wait, pick }) => {
    elapsed += wait;
    const now = later(elapsed);
    const token = given[Math.max(0, given.length - 1 - pick)] ?? tokenOf(session);
    const before = session;
    const rotation = rotate(before, token, now, LIMITS);
    session = rotation.session;
    if (rotation.outcome === 'advanced' || rotation.outcome === 'reissued') given.push(tokenOf(session));
    return { ...rotation, before, token, now };
  });
};

const everyStep = (check: (step: Step, steps: readonly Step[], index: number) => void): void =>
  fc.assert(
    fc.property(histories, (history) => {
      const steps = play(history);
      steps.forEach((step, index) => check(step, steps, index));
    }),
    { numRuns: 500 },
  );

describe('B-2: rotation of refresh tokens, whatever is presented and when', () => {
  it('advances by exactly one generation for the current token and for no other', () => {
    everyStep(({ outcome, before, session, token }) => {
      const advanced = session.generation - before.generation;
      expect(advanced).toBe(outcome === 'advanced' ? 1 : 0);
      if (outcome === 'advanced') expect(nameOf(token)).toBe(nameOf(before));
    });
  });

  it('never makes one token good twice: each advances the session at most once', () => {
    everyStep((_, steps, index) => {
      const used = steps.slice(0, index + 1).filter((step) => step.outcome === 'advanced');
      expect(new Set(used.map((step) => nameOf(step.token))).size).toBe(used.length);
    });
  });

  it('forgives only the immediate predecessor, and only while its successor is unused', () => {
    everyStep(({ outcome, before, token, now }) => {
      if (outcome !== 'repeated' && outcome !== 'reissued') return;
      expect(token).toEqual({ generation: before.generation - 1, issue: before.used?.issue });
      const age = now.getTime() - (before.used?.at.getTime() ?? Number.NaN);
      expect(age <= REPEAT_WINDOW_MS).toBe(outcome === 'repeated');
    });
  });

  it('revokes the session for any other old token, and nothing brings it back', () => {
    everyStep(({ outcome, session }, steps, index) => {
      if (outcome !== 'reused') return;
      expect(session.revoked?.reason).toBe('refresh-token-reused');
      expect(steps.slice(index + 1).every((step) => step.outcome === 'ended' && step.session === session)).toBe(true);
    });
  });

  it('voids the issue it replaces', () => {
    everyStep(({ outcome, before, session, now }) => {
      if (outcome === 'reissued') expect(rotate(session, tokenOf(before), now, LIMITS).outcome).toBe('reused');
    });
  });

  it('ends after the idle limit and after the absolute limit, and never lives beyond either', () => {
    everyStep(({ outcome, before, session, now }) => {
      if (now >= before.idleExpiresAt || now >= before.absoluteExpiresAt) expect(outcome).toBe('ended');
      expect(session.idleExpiresAt.getTime()).toBeLessThanOrEqual(session.absoluteExpiresAt.getTime());
      expect(session.absoluteExpiresAt).toEqual(open().absoluteExpiresAt);
    });
  });
});

describe('B-2: the stories behind the rules', () => {
  it('an honest client that loses any number of answers keeps its session', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.integer({ min: 0, max: DAY }), lost: fc.boolean() }), { maxLength: 40 }),
        (refreshes) => {
          let session = open();
          let held = tokenOf(session);
          let elapsed = 0;
          for (const { wait, lost } of refreshes) {
            elapsed += wait;
            const rotation = rotate(session, held, later(elapsed), LIMITS);
            expect(['advanced', 'repeated', 'reissued']).toContain(rotation.outcome);
            session = rotation.session;
            if (!lost) held = tokenOf(session);
          }
        },
      ),
    );
  });

  it('a copied token is found out as soon as the slower of thief and owner presents it', () => {
    const copied = tokenOf(open());
    const first = rotate(open(), copied, later(SECOND), LIMITS);
    const second = rotate(first.session, tokenOf(first.session), later(2 * SECOND), LIMITS);
    const slower = rotate(second.session, copied, later(3 * SECOND), LIMITS);
    expect(slower.outcome).toBe('reused');
    expect(rotate(slower.session, tokenOf(second.session), later(4 * SECOND), LIMITS).outcome).toBe('ended');
  });

  it('parallel tabs with one token end up with one and the same successor', () => {
    const first = rotate(open(), { generation: 1, issue: 1 }, later(0), LIMITS);
    for (const wait of [0, 1, 10 * SECOND]) {
      expect(rotate(first.session, { generation: 1, issue: 1 }, later(wait), LIMITS)).toEqual({
        outcome: 'repeated',
        session: first.session,
      });
    }
  });

  it('gives nothing twice after 10 s: what comes later had lost its answer', () => {
    const first = rotate(open(), { generation: 1, issue: 1 }, later(0), LIMITS);
    const late = rotate(first.session, { generation: 1, issue: 1 }, later(10 * SECOND + 1), LIMITS);
    expect(late).toMatchObject({ outcome: 'reissued', session: { generation: 2, issue: 2 } });
  });

  it('a revoked session keeps the reason it was first revoked for', () => {
    const revoked = revokeSession(open(), 'logout', later(1));
    expect(revokeSession(revoked, 'refresh-token-reused', later(2))).toBe(revoked);
  });
});
