import type { AuthAuditTrail } from '@job-scope/auth-client';
import type { FastifyRequest } from 'fastify';

export type AuthAuditEvent = Awaited<ReturnType<AuthAuditTrail['list']>>[number];
export type AuthAuditQuery = Parameters<AuthAuditTrail['list']>[0];

/** auth-service's part of the trail, which answers as auth-service does, and tells what it was asked in whose name. */
export class InMemoryAuthAuditTrail implements AuthAuditTrail {
  readonly asked: { readonly query: AuthAuditQuery; readonly client: FastifyRequest }[] = [];

  constructor(private readonly events: readonly AuthAuditEvent[] = []) {}

  async list(query: AuthAuditQuery, client: FastifyRequest): Promise<readonly AuthAuditEvent[]> {
    this.asked.push({ query, client });
    const { limit, beforeAt, beforeId, action, actorId, subjectId } = query;
    const place = ({ at, id }: { readonly at?: string; readonly id?: string }) => `${at} ${id}`;
    return this.events
      .filter((event) => beforeAt === undefined || place(event) < place({ at: beforeAt, id: beforeId }))
      .filter((event) => action === undefined || event.action === action)
      .filter((event) => actorId === undefined || event.actorId === actorId)
      .filter((event) => subjectId === undefined || event.subjectId === subjectId)
      .toSorted((a, b) => (place(a) < place(b) ? 1 : -1))
      .slice(0, limit);
  }
}

export const anAuthEvent = (event: Partial<AuthAuditEvent> = {}): AuthAuditEvent => ({
  id: '01900000-0000-7000-8000-000000000001',
  at: '2026-05-01T11:00:00.000Z',
  action: 'user.changed',
  actorKind: 'user',
  actorId: 'ann',
  subjectKind: 'user',
  subjectId: 'bob',
  ip: '203.0.113.9',
  userAgent: 'a browser',
  traceId: '1'.repeat(32),
  details: { superuser: 'true' },
  ...event,
});
