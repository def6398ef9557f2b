export * from './sanitizing-html-cleaner';
