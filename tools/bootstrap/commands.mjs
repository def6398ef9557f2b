import { BootstrapError } from './bootstrap-error.mjs';
import { inRoot } from './workspace.mjs';

const typescript = (file, ...args) => ['-r', '@swc-node/register', inRoot(file), ...args];
const packaged = (file, ...args) => [inRoot('node_modules', file), ...args];
const nx = (...args) => packaged('nx/dist/bin/nx.js', ...args);
const jest = (...args) => packaged('jest/bin/jest.js', '--config=jest.config.ts', '--ci', '--runInBand', ...args);
const built = (app, entry, ...args) => typescript('tools/build/run.ts', app, entry, ...args);

/**
 * `argv`   arguments of the pinned Node
 * `alone`  a second one beside it is refused, and it gets a session of its own: Ctrl-C in a terminal reaches every
 *          process of a session at once, and this command decides itself in which order its children end
 */
const commands = {
  start: { argv: typescript('tools/local/main.ts'), alone: true },
  test: { argv: typescript('tools/test/main.ts') },
  'test:full': { argv: typescript('tools/test/main.ts', '--full') },
  relevance: { argv: ['--experimental-vm-modules', ...jest('--testMatch=**/relevance/*.int-spec.ts')] },
  bench: { argv: typescript('tools/bench/main.ts') },
  'simulate:headhunter': { argv: typescript('tools/simulators/headhunter/main.ts') },
  'simulate:trudvsem': { argv: typescript('tools/simulators/trudvsem/main.ts') },
  'simulate:greenhouse': { argv: typescript('tools/simulators/greenhouse/main.ts') },
  build: { argv: nx('run-many', '-t', 'build') },
  lint: { argv: nx('run-many', '-t', 'lint') },
  'docs:generate': { argv: nx('run-many', '-t', 'docs') },
  typecheck: { argv: packaged('typescript/bin/tsc', '-p', 'tsconfig.json') },
  format: { argv: packaged('prettier/bin/prettier.cjs', '--write', '.') },
  'db:migrate': { argv: built('migrator', 'main') },
  'keys:rotate': { argv: built('auth-service', 'cli', 'keys:rotate') },
  jobs: { argv: built('api-gateway', 'cli') },
  // What is stored is repaired with the rights of the worker.
  'jobs remap': { argv: built('vacancy-worker', 'cli') },
  index: { argv: built('vacancy-worker', 'cli', 'index') },
  'vacancies:remap': { argv: built('vacancy-worker', 'cli', 'remap') },
  'superuser:create': { argv: built('auth-service', 'cli', 'superuser:create') },
};

/** A command of two words has the second among the arguments, which the program gets all. */
export function findCommand(name, [second]) {
  const known = [`${name} ${second}`, `${name}`].find((words) => Object.hasOwn(commands, words));
  if (known) return commands[known];
  throw new BootstrapError(
    `${name === undefined ? 'A command is missing' : `There is no command "${name}"`}: one of ${Object.keys(commands).join(', ')}.`,
  );
}
