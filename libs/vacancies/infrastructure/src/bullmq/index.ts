export { BullMqCollectionJobQueue } from './bullmq-collection-job-queue';
export { migrateQueue } from './migrate-queue';
export { postgresQueues, redisBackend, redisQueues, type QueueBackend } from './queue-backend';
