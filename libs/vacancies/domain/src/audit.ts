/** One administrative event: who did what to whom, when, and from where. */
export interface AuditEvent {
  readonly at: Date;
  readonly action: AuditAction;
  readonly actor: { readonly kind: 'user'; readonly id: string };
  readonly subject: {
    readonly kind: 'collection-run' | 'schedule' | 'dead-letter' | 'index-operation' | 'vacancy';
    readonly id: string;
  };
  readonly ip: string;
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
  | 'vacancy.changed'
  | 'vacancy.hidden'
  | 'vacancy.shown'
  | 'vacancy.deleted';
