export * from './migrate-for-tests';
export * from './vacancies-migrations';
