/** One administrative event: who did what to whom, when, and from where. */
export interface AuditEvent {
  readonly at: Date;
  readonly action: AuditAction;
  /** Operators have no identifier: `details` name their account on the server. */
  readonly actor: { readonly kind: 'user'; readonly id: string } | { readonly kind: 'operator'; readonly id: null };
  readonly subject: {
    readonly kind: 'collection-run' | 'schedule' | 'dead-letter' | 'index-operation' | 'vacancy' | 'source';
    readonly id: string;
  };
  /** Null if it was done on the server. */
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export type AuditAction =
  | 'collection.requested'
  | 'collection.cancelled'
  | 'dead-letter.replayed'
  | 'dead-letter.discarded'
  | 'schedule.created'
  | 'schedule.changed'
  | 'schedule.paused'
  | 'schedule.resumed'
  | 'schedule.deleted'
  | 'schedule.run'
  | 'search-index.create'
  | 'search-index.rebuild'
  | 'search-index.check'
  | 'search-index.delete'
  | 'vacancy.created'
  | 'source.paused'
  | 'source.resumed'
  | 'source.cleared'
  | 'vacancy.changed'
  | 'vacancy.given-back'
  | 'vacancy.hidden'
  | 'vacancy.shown'
  | 'vacancy.deleted';
