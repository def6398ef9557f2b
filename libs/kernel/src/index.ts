export * from './cancel-scope';
export * from './cancel-signal';
export * from './clock';
export * from './exhaustive';
export * from './id-generator';
export * from './page';
export * from './port-token';
export * from './result';
