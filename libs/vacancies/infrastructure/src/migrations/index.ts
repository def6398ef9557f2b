export * from './vacancies-migrations';
