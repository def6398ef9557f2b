export * from './fallback-vacancy-search-reader';
export * from './measured-vacancy-search-reader';
export * from './vacancy-search-indexers';
