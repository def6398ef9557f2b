export { RedisSourceBlocks } from './redis-source-blocks';
export { RedisSourceRequestBudget } from './redis-source-request-budget';
