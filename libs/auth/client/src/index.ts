export * from './access-token-verifier';
export * from './refuse-cross-site';
export * from './identity-proxy';
export * from './jwks-client';
export * from './session-authenticator';
