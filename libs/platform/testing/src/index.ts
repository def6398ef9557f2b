export * from './describe-with';
export * from './elasticsearch';
export * from './migrate-for-tests';
export * from './postgres';
export * from './process';
export * from './redis';
export * from './server';
export * from './test-postgres';
