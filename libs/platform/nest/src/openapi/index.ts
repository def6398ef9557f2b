export * from './api-problem.decorator';
