export * from './generated/index.ts';
export { createClient, createConfig, type Client, type Config } from './generated/client/index.ts';
export { pages } from './pages.ts';
export { isProblem } from './problems.ts';
export { runEvents, type RunEvent } from './run-events.ts';
