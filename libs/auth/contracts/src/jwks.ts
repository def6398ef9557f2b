/** A public key to verify tokens with (RFC 7517; for `x` and `y` RFC 7518 §6.2). */
export interface VerificationJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** The body of `/.well-known/jwks.json`. */
export interface VerificationJwkSet {
  readonly keys: readonly VerificationJwk[];
}
