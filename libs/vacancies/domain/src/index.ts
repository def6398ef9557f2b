export * from './collection-query';
export * from './collection-run';
export * from './collection-window';
export * from './events';
export * from './salary';
export * from './schedule';
export * from './source';
export * from './vacancy';
