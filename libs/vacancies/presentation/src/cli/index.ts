export { IndexCommandLine, type IndexCommandUseCases } from './index-command-line';
export { JobsCommandLine, type JobsUseCases } from './jobs-command-line';
export { WorkerCommandLine, type CommandOutput } from './worker-command-line';
