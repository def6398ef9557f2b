export { SavedSearchesModule, type SavedSearchesModuleOptions } from './saved-searches.module';
export { WorkerModule, type WorkerModuleOptions } from './worker.module';
