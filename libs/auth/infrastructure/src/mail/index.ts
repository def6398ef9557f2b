export * from './platform-account-mailer';
