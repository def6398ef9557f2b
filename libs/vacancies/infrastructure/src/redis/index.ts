export { RedisSourceRequestBudget } from './redis-source-request-budget';
