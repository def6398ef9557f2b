import { ListAuditEvents } from '@job-scope/vacancies-application';
import { InMemoryVacancyDatabase } from '@job-scope/vacancies-testing';
import type { FastifyRequest } from 'fastify';
import fc from 'fast-check';
import { anAuthEvent, InMemoryAuthAuditTrail } from './audit.fixture';
import { AuditEventsController } from './audit-events.controller';
import { MergedAuditTrail } from './merged-audit-trail';

const START = Date.parse('2026-05-01T12:00:00.000Z');
const SENDER = {} as FastifyRequest;

interface Written {
  readonly id: string;
  readonly at: Date;
  readonly context: 'auth' | 'vacancies';
  readonly actor: string;
}

/** Many events of few milliseconds, in no order. */
const written: fc.Arbitrary<readonly Written[]> = fc.uniqueArray(
  fc.record({
    id: fc.nat({ max: 0xffff }).map((n) => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`),
    at: fc.nat({ max: 4 }).map((ms) => new Date(START + ms)),
    context: fc.constantFrom('auth', 'vacancies'),
    actor: fc.constantFrom('ann', 'bob'),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
);

const trailsOf = async (events: readonly Written[]) => {
  const [ours, theirs] = (['vacancies', 'auth'] as const).map((name) =>
    events.filter(({ context }) => context === name),
  );
  const ids = ours!.map(({ id }) => id).values();
  const database = new InMemoryVacancyDatabase({}, { next: () => ids.next().value! });
  await database.unitOfWork.run(async ({ audit }) => {
    for (const { at, actor } of ours!) {
      await audit.append({
        at,
        action: 'collection.requested',
        actor: { kind: 'user', id: actor },
        subject: { kind: 'collection-run', id: 'a run' },
        ip: '::1',
        userAgent: null,
        details: {},
      });
    }
  });
  const auth = new InMemoryAuthAuditTrail(
    theirs!.map(({ id, at, actor }) => anAuthEvent({ id, at: at.toISOString(), actorId: actor })),
  );
  return new MergedAuditTrail(new ListAuditEvents(database.trail), auth);
};

/** Reads on, as a client does, until a page names no next one. */
const pagesOf = async (trail: MergedAuditTrail, limit: number, filter: { readonly actorId?: string } = {}) => {
  const controller = new AuditEventsController(trail);
  const pages = [await controller.list({ limit, ...filter }, SENDER)];
  for (let cursor = pages[0]?.nextCursor; cursor !== undefined; cursor = pages.at(-1)?.nextCursor) {
    pages.push(await controller.list({ limit, cursor, ...filter }, SENDER));
  }
  return pages.map(({ items }) => items);
};

const newestFirst = (events: readonly Written[]) =>
  events
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    .map(({ id, context }) => `${context} ${id}`);

const read = (pages: Awaited<ReturnType<typeof pagesOf>>) => pages.flat().map(({ id, context }) => `${context} ${id}`);

describe('the merged audit trail', () => {
  it('shows every event of both trails once, the newest first, whatever the size of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 1, max: 12 }), async (events, limit) => {
        const pages = await pagesOf(await trailsOf(events), limit);
        expect(read(pages)).toEqual(newestFirst(events));
        expect(pages).toHaveLength(Math.max(1, Math.ceil(events.length / limit)));
      }),
    );
  });

  it('shows of both what fits the filter, whatever the size of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 1, max: 12 }), async (events, limit) => {
        const pages = await pagesOf(await trailsOf(events), limit, { actorId: 'ann' });
        expect(read(pages)).toEqual(newestFirst(events.filter(({ actor }) => actor === 'ann')));
      }),
    );
  });
});
