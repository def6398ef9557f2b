export * from './ec-key-pair-maker';
export * from './jwt-mail-link-tokens';
export * from './jwt-refresh-token-reader';
export * from './jwt-session-token-issuer';
export * from './key-sealer';
export * from './signing-key-ring';
