export * from './events';
export * from './jwks';
export * from './paths';
export * from './tokens';
export * from './transport';
