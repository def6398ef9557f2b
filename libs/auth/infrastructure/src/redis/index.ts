export * from './redis-session-store';
