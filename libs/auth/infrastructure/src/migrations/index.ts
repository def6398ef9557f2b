export * from './auth-migrations';
