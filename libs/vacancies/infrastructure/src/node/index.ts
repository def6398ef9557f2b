export * from './disk-export-files';
export * from './hmac-link-signer';
export * from './sha256-content-hasher';
