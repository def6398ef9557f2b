/** A key is its owner's: two users may use the same text. */
export interface IdempotencyKey {
  readonly owner: string;
  readonly key: string;
}

/** What a key has brought. */
export interface BroughtByKey {
  readonly kind: 'run' | 'vacancy';
  readonly id: string;
  /** Equal for equal wishes. */
  readonly fingerprint: string;
}

/** Which key has brought what. Reached only through a transaction of `VacancyUnitOfWork`. */
export interface IdempotencyKeys {
  /** What was first brought by this key, if anything was. */
  find(key: IdempotencyKey): Promise<BroughtByKey | undefined>;
  /** Returns false if another transaction has stored the key meanwhile. What it brings is stored before this one ends. */
  remember(key: IdempotencyKey, brought: BroughtByKey): Promise<boolean>;
  /** Forgets keys that were stored before then, the oldest first. Returns how many, `limit` at most. */
  forget(before: Date, limit: number): Promise<number>;
}
