export * from './argon2-password-hasher';
export * from './dictionary-common-passwords';
export * from './random-password-generator';
