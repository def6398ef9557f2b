export * from './access-token-verifier';
export * from './identity-proxy';
export * from './jwks-client';
export * from './register-sessions';
export * from './session-authenticator';
