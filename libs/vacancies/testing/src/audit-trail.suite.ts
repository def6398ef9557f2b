import type { AuditEvent } from '@job-scope/vacancies-domain';
import type { AuditReader, AuditRecord, AuditRequest, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { at } from './builders';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface AuditTrailHarness {
  readonly unitOfWork: VacancyUnitOfWork;
  readonly trail: AuditReader;
}

const anEvent = (event: Partial<AuditEvent> = {}): AuditEvent => ({
  at: at(0),
  action: 'collection.requested',
  actor: { kind: 'user', id: 'ann' },
  subject: { kind: 'collection-run', id: 'a run' },
  ip: '2001:db8::1',
  userAgent: 'a browser',
  details: { source: 'headhunter' },
  ...event,
});

const record = ({ unitOfWork }: AuditTrailHarness, ...events: readonly AuditEvent[]): Promise<void> =>
  unitOfWork.run(async ({ audit }) => {
    for (const event of events) await audit.append(event);
  });

/** Every page, one after another. */
const pages = async ({ trail }: AuditTrailHarness, request: AuditRequest): Promise<readonly AuditRecord[][]> => {
  const read: AuditRecord[][] = [];
  for (let before: AuditRequest['before']; ; before = read.at(-1)?.at(-1)) {
    const page = await trail.list({ ...request, before: before && { at: before.at, id: before.id } });
    if (page.length === 0) return read;
    read.push([...page]);
  }
};

const subjectsOf = (events: readonly AuditRecord[]) => events.map(({ subject }) => subject?.id);

export const auditTrailCases: readonly SuiteCase<AuditTrailHarness>[] = [
  {
    title: 'keeps an event as it was appended, under an identifier of its own, when the work returns',
    check: async (harness) => {
      const { unitOfWork, trail } = harness;
      const event = anEvent({ userAgent: null, details: { 'a "key"': 'значение' } });
      await unitOfWork.run(async ({ audit }) => {
        await audit.append(event);
        expect(await trail.list({ limit: 1 })).toEqual([]);
      });
      const id = expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(await trail.list({ limit: 1 })).toEqual([{ ...event, id, traceId: null }]);
      await record(harness, event);
      const ids = (await trail.list({ limit: 2 })).map((one) => one.id);
      expect(new Set(ids).size).toBe(2);
    },
  },
  {
    title: 'keeps an event that tells of half a surrogate pair, which databases refuse',
    check: async (harness) => {
      await record(harness, anEvent({ details: { title: 'half \uD83D', source: 'own' } }));
      expect(await harness.trail.list({ limit: 1 })).toMatchObject([{ details: { source: 'own' } }]);
    },
  },
  {
    title: 'keeps no event of work that throws',
    check: async ({ unitOfWork, trail }) => {
      const failing = unitOfWork.run(async ({ audit }) => {
        await audit.append(anEvent());
        throw new Error('changed its mind');
      });
      await expect(failing).rejects.toThrow('changed its mind');
      expect(await trail.list({ limit: 1 })).toEqual([]);
    },
  },
  {
    title: 'lists the newest first, whatever the order in which events were appended',
    check: async (harness) => {
      await record(harness, ...[2, 3, 1].map((n) => anEvent({ at: at(n), subject: aRunCalled(`at ${n}`) })));
      expect(subjectsOf(await harness.trail.list({ limit: 9 }))).toEqual(['at 3', 'at 2', 'at 1']);
      expect(subjectsOf(await harness.trail.list({ limit: 2 }))).toEqual(['at 3', 'at 2']);
    },
  },
  {
    title: 'shows each event of one millisecond on one page only, the later identifier first',
    check: async (harness) => {
      const moments = [at(1), at(1), new Date(at(1).getTime() + 1), at(1), at(0), at(1)];
      const events = moments.map((moment, n) => anEvent({ at: moment, subject: aRunCalled(`${n}`) }));
      await record(harness, ...events);
      for (const limit of [1, 2, 3, 4, 6]) {
        const read = await pages(harness, { limit });
        expect(subjectsOf(read.flat())).toEqual(['2', '5', '3', '1', '0', '4']);
        expect(read).toHaveLength(Math.ceil(moments.length / limit));
      }
    },
  },
  {
    title: 'shows only what fits every filter, page by page',
    check: async (harness) => {
      const actors = ['ann', 'bob'].map((id) => ({ kind: 'user', id }) as const);
      const both = actors.flatMap((actor) =>
        ['x', 'y'].map((id) => anEvent({ actor, subject: aRunCalled(id), details: { of: `${actor.id} ${id}` } })),
      );
      await record(harness, ...both);
      const found = async (filter: Partial<AuditRequest>) =>
        (await pages(harness, { limit: 1, ...filter })).flat().map(({ details }) => details['of']);
      expect(await found({ actorId: 'bob' })).toEqual(['bob y', 'bob x']);
      expect(await found({ subjectId: 'x' })).toEqual(['bob x', 'ann x']);
      expect(await found({ actorId: 'ann', subjectId: 'y', action: 'collection.requested' })).toEqual(['ann y']);
      expect(await found({ action: 'collection' })).toEqual([]);
      expect(await found({ actorId: "' OR true --" })).toEqual([]);
    },
  },
];

const aRunCalled = (id: string) => ({ kind: 'collection-run', id }) as const;

/** What every audit trail of the context must do, where it is written and where it is read. */
export const describeAuditTrail = (name: string, open: OpenHarness<AuditTrailHarness>): void =>
  describeSuite(`${name}: an AuditTrail`, auditTrailCases, open);
