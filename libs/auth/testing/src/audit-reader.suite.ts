import type { AuditEvent, AuditRecord } from '@job-scope/auth-domain';
import type { AuditReader, AuditRequest, AuthUnitOfWork } from '@job-scope/auth-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** A trail with nothing in it. */
export interface AuditReaderHarness {
  readonly unitOfWork: AuthUnitOfWork;
  readonly trail: AuditReader;
}

const START = Date.UTC(2026, 2, 1, 10);
const ANN = '00000000-0000-7000-8000-00000000000a';
const BOB = '00000000-0000-7000-8000-00000000000b';

const event = (minute: number, given: Partial<AuditEvent> = {}): AuditEvent => ({
  at: new Date(START + minute * 60_000),
  action: 'login.failed',
  actor: { kind: 'anonymous' },
  subject: null,
  ip: null,
  userAgent: null,
  details: {},
  ...given,
});

const append = ({ unitOfWork }: AuditReaderHarness, ...events: readonly AuditEvent[]): Promise<void> =>
  unitOfWork.run(async (tx) => {
    for (const each of events) await tx.audit.append(each);
  });

const pagesOf = async (trail: AuditReader, request: AuditRequest): Promise<readonly (readonly AuditRecord[])[]> => {
  const page = await trail.list(request);
  const last = page.at(-1);
  return last ? [page, ...(await pagesOf(trail, { ...request, before: { at: last.at, id: last.id } }))] : [];
};

export const auditReaderCases: readonly SuiteCase<AuditReaderHarness>[] = [
  {
    title: 'A-16: tells who did what to whom, when and from where',
    check: async (harness) => {
      const events = [
        event(0),
        event(1, {
          actor: { kind: 'operator' },
          action: 'signing-key.added',
          subject: { kind: 'signing-key', id: 'k' },
        }),
        event(2, { actor: { kind: 'service' }, action: 'mail.refused', subject: { kind: 'user', id: ANN } }),
        event(3, {
          action: 'session.revoked',
          actor: { kind: 'user', id: ANN },
          subject: { kind: 'session', id: BOB },
          ip: '2001:db8::1',
          userAgent: 'Netscape "7", ünï',
          details: { reason: 'ended-by-superuser', name: 'Ёлка' },
        }),
      ];
      await append(harness, ...events);
      const records = await harness.trail.list({ limit: 10 });
      expect(records).toEqual(events.toReversed().map((each) => ({ ...each, id: expect.any(String), traceId: null })));
      expect(new Set(records.map(({ id }) => id)).size).toBe(4);
    },
  },
  {
    title: 'lists by time, whatever the order they were written in, and those of one moment each once',
    check: async (harness) => {
      await append(harness, ...[5, 1, 1, 1, 3, 1, 5, 0].map((minute) => event(minute, { ip: `192.0.2.${minute}` })));
      for (const limit of [1, 2, 3, 8, 9]) {
        const pages = await pagesOf(harness.trail, { limit });
        expect(pages.flat().map(({ ip }) => Number(ip?.split('.').at(-1)))).toEqual([5, 5, 3, 1, 1, 1, 1, 0]);
        expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(8);
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit);
      }
    },
  },
  {
    title: 'neither repeats nor passes over anything when events are added meanwhile',
    check: async (harness) => {
      await append(harness, event(0), event(1), event(2), event(3));
      const [newest, next] = await harness.trail.list({ limit: 2 });
      await append(harness, event(9), event(9));
      const rest = await harness.trail.list({ limit: 10, before: next });
      expect([newest, next, ...rest].map((record) => record?.at.getTime())).toEqual(
        [3, 2, 1, 0].map((minute) => START + minute * 60_000),
      );
    },
  },
  {
    title: 'finds by action, by who did it and by whom it was done to, alone and together',
    check: async (harness) => {
      const [ann, bob] = [ANN, BOB].map((id) => ({ kind: 'user', id }) as const);
      await append(
        harness,
        event(0, { actor: ann, subject: bob, action: 'user.changed' }),
        event(1, { actor: bob, subject: ann, action: 'user.changed' }),
        event(2, { actor: ann, subject: ann, action: 'password.changed' }),
        event(3, { subject: ann }),
      );
      const minutes = async (query: Omit<AuditRequest, 'limit'>) =>
        (await harness.trail.list({ limit: 10, ...query })).map(({ at }) => (at.getTime() - START) / 60_000);
      expect(await minutes({ action: 'user.changed' })).toEqual([1, 0]);
      expect(await minutes({ actorId: ANN })).toEqual([2, 0]);
      expect(await minutes({ subjectId: ANN })).toEqual([3, 2, 1]);
      expect(await minutes({ actorId: ANN, subjectId: ANN })).toEqual([2]);
      expect(await minutes({ actorId: ANN, action: 'user.changed' })).toEqual([0]);
      expect(await minutes({ action: 'nothing.known' })).toEqual([]);
      const [last] = await harness.trail.list({ limit: 1, actorId: ANN });
      expect(await minutes({ actorId: ANN, before: last })).toEqual([0]);
    },
  },
];

/** What every `AuditReader` must do with what the `AuditTrail` beside it takes. */
export const describeAuditReader = (name: string, open: OpenHarness<AuditReaderHarness>): void =>
  describeSuite(`${name}: an AuditReader`, auditReaderCases, open);
