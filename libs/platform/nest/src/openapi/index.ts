export * from './api-authenticated.decorator';
export * from './api-if-match.decorator';
export * from './api-next-cursor.decorator';
export * from './api-problem.decorator';
export * from './api-rate-limited.decorator';
export * from './api-superuser.decorator';
export * from './list-parameters.dto';
export * from './query-parameters';
