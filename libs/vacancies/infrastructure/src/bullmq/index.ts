export { BullMqCollectionJobQueue } from './bullmq-collection-job-queue';
export { migrateQueue } from './migrate-queue';
export { postgresQueues, redisQueues, type QueueBackend } from './queue-backend';
