export * from './argon2-password-hasher';
export * from './random-password-generator';
