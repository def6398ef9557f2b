export * from './croner-cron-calculator';
