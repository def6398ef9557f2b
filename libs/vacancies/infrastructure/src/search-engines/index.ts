export * from './measured-vacancy-search-reader';
export * from './search-engines';
export * from './vacancy-search-indexers';
