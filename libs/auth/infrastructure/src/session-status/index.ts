export * from './postgres-session-status-reader';
export * from './redis-session-status-reader';
