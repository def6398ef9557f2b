export * from './sha256-content-hasher';
