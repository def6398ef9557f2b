export { WorkerCommandLine, type CommandOutput } from './worker-command-line';
