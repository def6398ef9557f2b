export * from './auth-migrations';
export * from './migrate-for-tests';
