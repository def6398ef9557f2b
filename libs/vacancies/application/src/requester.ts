import type { AuditAction, AuditEvent, RunRequester } from '@job-scope/vacancies-domain';

/** Who asks for something. */
export type Requester = Superuser | Operator;

/** Over HTTP. */
export interface Superuser {
  readonly userId: string;
  /** From where they ask. */
  readonly client: { readonly ip: string; readonly userAgent: string | null };
}

/** At the command line of a server. */
export interface Operator {
  /** Their account there. */
  readonly operator: string;
}

/** Whose idempotency keys they use. */
export const ownerOf = (requester: Requester): string =>
  'operator' in requester ? `operator ${requester.operator}` : requester.userId;

export const runRequesterOf = (requester: Requester): RunRequester =>
  'operator' in requester ? { kind: 'operator', name: requester.operator } : { kind: 'user', userId: requester.userId };

/** What somebody did to a run, a schedule or what else there is to administer. */
export const auditOf = (
  requester: Requester,
  action: AuditAction,
  subject: AuditEvent['subject'],
  at: Date,
  details: Readonly<Record<string, string>>,
): AuditEvent => {
  const event = { at, action, subject };
  if ('operator' in requester) {
    const { operator } = requester;
    return {
      ...event,
      actor: { kind: 'operator', id: null },
      ip: null,
      userAgent: null,
      details: { ...details, operator },
    };
  }
  return { ...event, actor: { kind: 'user', id: requester.userId }, ...requester.client, details };
};
