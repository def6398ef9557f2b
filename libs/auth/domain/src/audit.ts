/** One administrative or security event: who did what to whom, when, and from where. */
export interface AuditEvent {
  readonly at: Date;
  readonly action: AuditAction;
  readonly actor: AuditActor;
  /** Null when nothing we know was touched, as in a login under an unknown address. */
  readonly subject: { readonly kind: 'user' | 'session' | 'signing-key'; readonly id: string } | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export type AuditAction =
  | 'login.succeeded'
  | 'login.failed'
  | 'session.revoked'
  | 'sessions.revoked'
  | 'user.registered'
  | 'user.created'
  | 'user.changed'
  | 'user.deleted'
  | 'email.change-requested'
  | 'email.confirmed'
  | 'password.changed'
  | 'password.reset-requested'
  | 'password.reset'
  | 'mail.refused'
  | 'signing-key.added';

export type AuditActor =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'anonymous' }
  /** Whoever may run commands on the server. */
  | { readonly kind: 'operator' }
  /** The service itself, after the fact. */
  | { readonly kind: 'service' };

/** An event as it stands in the trail. */
export interface AuditRecord extends AuditEvent {
  /** UUIDv7. */
  readonly id: string;
  readonly traceId: string | null;
}
