export * from './audit';
export * from './email';
export * from './events';
export * from './password-policy';
export * from './refresh-rotation';
export * from './session';
export * from './signing-key';
export * from './user';
