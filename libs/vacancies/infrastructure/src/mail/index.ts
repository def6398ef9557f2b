export * from './platform-notification-mailer';
