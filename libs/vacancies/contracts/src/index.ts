export * from './collection-job';
export * from './outbox-event';
