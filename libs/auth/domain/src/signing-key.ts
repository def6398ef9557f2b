/** The public half of an ES256 key, as RFC 7517 writes it. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** A key pair nobody has used yet. */
export interface NewKeyPair {
  /** RFC 7638 thumbprint of the public half. */
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  /** Encrypted; only the adapter that made it can open it. */
  readonly sealedPrivateKey: Uint8Array;
}

export interface SigningKey extends NewKeyPair {
  /** In the published set from now on. */
  readonly publishedAt: Date;
  /** Signs from now on, until a later key does. */
  readonly signFrom: Date;
  /** Leaves the published set; null until a successor is known. */
  readonly retireAt: Date | null;
}

export interface KeyRingTimes {
  /** How long a verifier may keep the published set without asking again. */
  readonly publishedMaxAgeMs: number;
  readonly accessTokenTtlMs: number;
  /** How far the clocks of two machines may differ. */
  readonly clockSkewMs: number;
  /** The longest a refresh token can live. */
  readonly refreshIdleMs: number;
}

/** Verifiers that have seen no key ask for the first one, so it may sign at once. */
export const firstSigningKey = (pair: NewKeyPair, now: Date): SigningKey => ({
  ...pair,
  publishedAt: now,
  signFrom: now,
  retireAt: null,
});

export interface RotatedRing {
  readonly ring: readonly SigningKey[];
  readonly added: SigningKey;
}

/**
 * The ring with one more key. It signs only after every verifier has had two chances to learn it; the keys before it
 * stay published until the last access token they signed has expired.
 */
export const rotateSigningKeys = (
  ring: readonly SigningKey[],
  pair: NewKeyPair,
  now: Date,
  times: KeyRingTimes,
): RotatedRing => {
  const signFrom = new Date(now.getTime() + 2 * times.publishedMaxAgeMs);
  const retireAt = new Date(signFrom.getTime() + times.accessTokenTtlMs + times.clockSkewMs);
  const added = { ...pair, publishedAt: now, signFrom, retireAt: null };
  return { added, ring: [...ring.map((key) => (key.retireAt ? key : { ...key, retireAt })), added] };
};

/** The key that signs at `now`: the last one whose time has come. */
export const signingKeyAt = (ring: readonly SigningKey[], now: Date): SigningKey | undefined =>
  ring
    .filter((key) => key.signFrom <= now)
    .toSorted((a, b) => a.signFrom.getTime() - b.signFrom.getTime())
    .at(-1);

/** Whether verifiers of access tokens are told of the key. */
export const isPublished = (key: SigningKey, now: Date): boolean =>
  key.publishedAt <= now && (key.retireAt === null || now < key.retireAt);

/** Refresh tokens outlive access tokens, so auth-service knows a key longer than the world does. */
export const verifiesRefreshTokens = (key: SigningKey, now: Date, times: KeyRingTimes): boolean =>
  key.retireAt === null || now.getTime() < key.retireAt.getTime() + times.refreshIdleMs;
