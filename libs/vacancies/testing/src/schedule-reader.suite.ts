import type { PagePosition } from '@job-scope/kernel';
import type { Schedule, ScheduleFire } from '@job-scope/vacancies-domain';
import type { ScheduleReader } from '@job-scope/vacancies-ports';
import { at, aSchedule } from './builders';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

/** Five schedules, the newest first. */
const someSchedules = async ({ unitOfWork }: VacancyStoreHarness): Promise<readonly Schedule[]> => {
  const schedules = Array.from({ length: 5 }, () => aSchedule());
  await unitOfWork.run(async (tx) => {
    for (const schedule of schedules) await tx.schedules.add(schedule);
  });
  return [...schedules].sort((a, b) => (a.id < b.id ? 1 : -1));
};

const page = async (reader: ScheduleReader, limit: number, from?: PagePosition) => {
  const answer = await reader.list({ limit, from });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

const fire = (second: number): ScheduleFire => ({
  at: at(second),
  outcome: 'skipped-misfire',
  runId: null,
  recordedAt: at(second + 1),
});

export const scheduleReaderCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'lists no schedule when there is none',
    check: async ({ schedules }) => expect(await page(schedules, 10)).toEqual({ items: [] }),
  },
  {
    title: 'lists every schedule once, newest first, whatever the size of a page',
    check: async (harness) => {
      const expected = await someSchedules(harness);
      for (const limit of [1, 2, 5, 9]) {
        const items: Schedule[] = [];
        let from: PagePosition | undefined;
        do {
          const next = await page(harness.schedules, limit, from);
          expect(next.items.length).toBeLessThanOrEqual(limit);
          items.push(...next.items);
          from = next.next;
        } while (from);
        expect(items).toEqual(expected);
      }
    },
  },
  {
    title: 'refuses a position of schedules that it did not give, or that was altered',
    check: async (harness) => {
      await someSchedules(harness);
      const { next } = await page(harness.schedules, 2);
      const foreign: PagePosition[] = [
        { ...next!, list: 'vacancies/other/list' },
        { ...next!, after: [] },
        { ...next!, after: [null] },
        { ...next!, after: [`'; DROP TABLE schedules`] },
        { ...next!, after: [...next!.after, 1] },
      ];
      for (const from of foreign) {
        const refused = { ok: false, error: { code: 'schedules.cursor-expired' } };
        expect(await harness.schedules.list({ limit: 2, from })).toEqual(refused);
      }
    },
  },
  {
    title: 'shows the last times of a schedule, the latest first, whatever the order in which they were noted',
    check: async (harness) => {
      const [schedule, other] = await someSchedules(harness);
      await harness.unitOfWork.run(async (tx) => {
        for (const second of [60, 180, 0, 120]) await tx.schedules.recordFire(schedule!.id, fire(second));
        await tx.schedules.recordFire(other!.id, fire(999));
      });
      expect(await harness.schedules.lastFires(schedule!.id, 3)).toEqual([180, 120, 60].map(fire));
      expect(await harness.schedules.byId(schedule!.id)).toEqual({ ...schedule, lastFire: fire(180) });
      const { items } = await page(harness.schedules, 9);
      expect(items.map(({ lastFire }) => lastFire)).toEqual([fire(180), fire(999), null, null, null]);
      const locked = await harness.unitOfWork.run((tx) => tx.schedules.lock(schedule!.id));
      expect(locked?.lastFire).toEqual(fire(180));
    },
  },
];

/** What every `ScheduleReader` must do besides reading single schedules, which `describeVacancyUnitOfWork` covers. */
export const describeScheduleReader = (name: string, open: OpenHarness<VacancyStoreHarness>): void =>
  describeSuite(`${name}: a ScheduleReader`, scheduleReaderCases, open);
