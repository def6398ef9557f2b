export * from './create-superuser.use-case';
export * from './ensure-signing-key.use-case';
export * from './get-profile.query';
export * from './get-published-keys.query';
export type { GrantedTokens, RequestClient } from './granted-tokens';
export * from './log-in.use-case';
export * from './log-out.use-case';
export * from './refresh-session.use-case';
export * from './rotate-signing-keys.use-case';
