import { join } from 'node:path';
import { entryOf, simulatorOf } from './build';
import type { ChildOptions } from './child';
import { SERVICES, type Options, type ServiceName } from './options';
import { atHome, environmentWithout, readyUrl, serviceSettings, type World } from './services';
import { simulatorsFor } from './simulators';
import type { Stack } from './stack';

const logFile = (name: string, { dataDir }: World): string => join(dataDir, 'logs', `${name}.log`);

/** The command line of a service, for us and for whoever starts it by hand. */
export const serviceArgs = (service: ServiceName, { secrets }: World): readonly string[] => [
  '--enable-source-maps',
  `--env-file=${secrets.path(`${service}.env`)}`,
  entryOf(service),
];

/** Starts the simulators of all sources that are not real. */
export async function startSimulators(options: Options, world: World, stack: Stack): Promise<void> {
  const started = simulatorsFor(world.env).map(({ source, args }) => {
    const name = `${source} simulator` as const;
    const port = world.ports[name];
    return stack.launch({
      name,
      args: [simulatorOf(source), '--port', String(port), ...args(options)],
      env: world.env,
      logFile: logFile(`simulator-${source}`, world),
      readyUrl: `${atHome(port)}/__health`,
    });
  });
  await Promise.all(started.map((simulator) => simulator.ready()));
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
