import { join } from 'node:path';
import { entryOf, SIMULATOR } from './build';
import type { ChildOptions } from './child';
import { SERVICES, type Options, type ServiceName } from './options';
import { atHome, environmentWithout, readyUrl, serviceSettings, type World } from './services';
import type { Stack } from './stack';

const logFile = (name: string, { dataDir }: World): string => join(dataDir, 'logs', `${name}.log`);

/** The command line of a service, for us and for whoever starts it by hand. */
export const serviceArgs = (service: ServiceName, { secrets }: World): readonly string[] => [
  '--enable-source-maps',
  `--env-file=${secrets.path(`${service}.env`)}`,
  entryOf(service),
];

/** Serves a file of the user's, or as many vacancies as asked for, all within reach of one search. */
export async function startSimulator({ vacancies, data }: Options, world: World, stack: Stack): Promise<void> {
  const port = world.ports.simulator;
  const source = data === undefined ? ['--size', String(vacancies)] : ['--data', data];
  const simulator = stack.launch({
    name: 'simulator',
    args: [SIMULATOR, '--port', String(port), ...source, '--depth-limit', String(Number.MAX_SAFE_INTEGER)],
    env: world.env,
    logFile: logFile('simulator', world),
    readyUrl: `${atHome(port)}/dictionaries`,
  });
  await simulator.ready();
}

/** Starts the services as processes of their own, all at once: each waits by itself for what it needs. */
export async function startServices({ without }: Options, world: World, stack: Stack): Promise<void> {
  const settings = serviceSettings(world);
  const childOf = (name: ServiceName): ChildOptions => ({
    name,
    args: serviceArgs(name, world),
    env: environmentWithout(settings[name], world.env),
    logFile: logFile(name, world),
    readyUrl: readyUrl(name, world.ports),
  });
  for (const name of SERVICES) world.secrets.writeEnvironment(`${name}.env`, settings[name]);
  const started = SERVICES.filter((name) => !without.includes(name)).map((name) => stack.launch(childOf(name)));
  await Promise.all(started.map((child) => child.ready()));
}
