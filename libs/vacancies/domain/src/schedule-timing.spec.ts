import fc from 'fast-check';
import type { Schedule } from './schedule';
import { checkRhythm, dueAtOf, isMissed, missedUntil, servedUntil } from './schedule-timing';

const NOON = Date.UTC(2026, 2, 1, 12);
/** So many seconds after noon. */
const at = (seconds: number): Date => new Date(NOON + seconds * 1_000);

const aSchedule = (changes: Partial<Schedule> = {}): Schedule => ({
  id: '01900000-0000-7000-8000-000000000001',
  name: 'a schedule',
  description: null,
  source: 'headhunter',
  query: {},
  mode: 'full',
  maxRequests: null,
  cron: '* * * * *',
  timeZone: 'Etc/UTC',
  jitterSeconds: 0,
  overlap: 'skip',
  misfire: 'skip',
  misfireToleranceSeconds: 300,
  paused: false,
  nextFireAt: at(0),
  dueAt: at(0),
  waitingFireAt: null,
  revision: 1,
  createdAt: at(0),
  updatedAt: at(0),
  lastFire: null,
  ...changes,
});

describe('checkRhythm', () => {
  const faultOf = (jitterSeconds: number, ...seconds: readonly number[]) => {
    const checked = checkRhythm({ jitterSeconds }, seconds.map(at));
    return checked.ok ? undefined : checked.error.fields[0]?.pointer;
  };

  it('allows a time every minute, and one time alone', () => {
    expect(faultOf(0, 0, 60, 120)).toBeUndefined();
    expect(faultOf(3_600, 0)).toBeUndefined();
  });

  it('refuses times that are closer than a minute, even if most are not', () => {
    expect(faultOf(0, 0, 60, 119, 200)).toBe('/cron');
  });

  it('refuses a jitter that could carry a time past the next one', () => {
    expect(faultOf(59, 0, 300, 360)).toBeUndefined();
    expect(faultOf(60, 0, 300, 360)).toBe('/jitterSeconds');
  });
});

describe('dueAtOf', () => {
  const moment = fc.date({ min: at(0), max: at(1e9), noInvalidDate: true });
  const delayOf = (id: string, jitterSeconds: number, fireAt: Date) =>
    dueAtOf({ id, jitterSeconds }, fireAt).getTime() - fireAt.getTime();

  it('C-2: is the same moment for every scheduler, never early and at most the jitter late', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(3_600), moment, (id, jitterSeconds, fireAt) => {
        const delay = delayOf(id, jitterSeconds, fireAt);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(jitterSeconds * 1_000);
        expect(delayOf(id, jitterSeconds, new Date(fireAt))).toBe(delay);
      }),
    );
  });

  it('is no delay without jitter', () => {
    fc.assert(fc.property(fc.uuid(), moment, (id, fireAt) => expect(delayOf(id, 0, fireAt)).toBe(0)));
  });

  it('spreads schedules of one time, and times of one schedule, over all of the jitter', () => {
    const tenths = (delays: readonly number[]) => {
      const filled = Array.from({ length: 10 }, () => 0);
      for (const delay of delays) filled[Math.min(9, Math.floor(delay / 60_000))]! += 1;
      return filled;
    };
    const ids = Array.from({ length: 1_000 }, (_, n) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`);
    const ofSchedules = tenths(ids.map((id) => delayOf(id, 600, at(0))));
    const ofTimes = tenths(ids.map((_, n) => delayOf(ids[0]!, 600, at(n * 3_600))));
    for (const filled of [...ofSchedules, ...ofTimes]) {
      expect(filled).toBeGreaterThan(60);
      expect(filled).toBeLessThan(150);
    }
  });
});

describe('a time that comes late', () => {
  it('is missed when it is later than the tolerance, counted from when it was due', () => {
    const schedule = aSchedule({ misfireToleranceSeconds: 60, jitterSeconds: 30, dueAt: at(20) });
    expect(isMissed(schedule, at(80))).toBe(false);
    expect(isMissed(schedule, at(81))).toBe(true);
  });

  it('is served with all that were due meanwhile, but not with those whose jitter may lie ahead', () => {
    expect(servedUntil(aSchedule(), at(150))).toEqual(at(150));
    expect(servedUntil(aSchedule({ jitterSeconds: 50 }), at(150))).toEqual(at(100));
  });

  it('is itself served, however early a clock is', () => {
    expect(servedUntil(aSchedule({ jitterSeconds: 50 }), at(10))).toEqual(at(0));
    expect(missedUntil(aSchedule(), at(10))).toEqual(at(0));
  });

  it('is left out with all that are as late, but not with those that can still be served', () => {
    expect(missedUntil(aSchedule({ misfireToleranceSeconds: 300 }), at(1_000))).toEqual(at(700));
    expect(missedUntil(aSchedule({ misfireToleranceSeconds: 300, jitterSeconds: 50 }), at(1_000))).toEqual(at(650));
  });
});
