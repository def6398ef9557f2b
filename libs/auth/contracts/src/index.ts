export * from './audit';
export * from './events';
export * from './jwks';
export * from './routes';
export * from './tokens';
export * from './transport';
