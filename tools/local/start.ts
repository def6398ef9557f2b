import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api';
import { build } from './build';
import { collect } from './collecting';
import { startDatabase } from './database';
import { finalScreen } from './final-screen';
import type { Options } from './options';
import { choosePorts, PREFERRED_PORTS, preferredPorts, readPort, type Ports } from './ports';
import { migrate, prepareIdentity, type Superuser } from './prepare';
import { startServices, startSimulators } from './processes';
import type { Screen } from './screen';
import { Secrets } from './secrets';
import { atHome, type Ground, type World } from './services';
import type { Stack } from './stack';
import { dataDir } from './workspace';

/** Everything from an empty folder to the final screen. What it has started is in the stack, also when it fails. */
export async function start(options: Options, stack: Stack, screen: Screen, signal: AbortSignal): Promise<void> {
  const { env } = process;
  const step = <T>(what: string, work: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    return screen.step(what, work);
  };

  screen.say('Job Scope\n');
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const secrets = new Secrets(join(dataDir, 'secrets'));
  await step('Building the services', () => build(signal));
  const database = await step('Starting PostgreSQL', () => startDatabase(join(dataDir, 'postgres'), secrets));
  stack.onStop(() => database.stop());
  const ground: Ground = { database, secrets, dataDir, env };
  await step('Migrating the database', () => migrate(ground, signal));
  const superuser = await step('Preparing keys and superuser', () => prepareIdentity(ground, signal));
  // At the last moment, so that nobody else takes them meanwhile.
  const world: World = { ...ground, ports: await placesToListen(env, screen) };
  await step('Starting the simulators', () => startSimulators(options, world, stack));
  await step('Starting the services', () => startServices(options, world, stack));
  signal.throwIfAborted();
  const obstacle = obstacleToCollecting(options, env, superuser);
  if (obstacle) screen.say(`  Nothing is collected: ${obstacle}`);
  else await collect(apiOf(world, superuser), screen, options, signal);
  screen.say(finalScreen(options, world, superuser));
}

async function placesToListen(env: NodeJS.ProcessEnv, screen: Screen): Promise<Ports> {
  const ours = await preferredPorts();
  if (ours['api-gateway'] !== PREFERRED_PORTS['api-gateway']) {
    screen.say('  Another Job Scope on this machine has the usual ports; this one moves up');
  }
  const preferred = { ...ours, ...(env['PORT'] && { 'api-gateway': readPort(env['PORT']) }) };
  return choosePorts(preferred, (owner, wanted, got) =>
    screen.say(`  Port ${wanted} is taken: ${owner} listens on ${got}`),
  );
}

function obstacleToCollecting(options: Options, env: NodeJS.ProcessEnv, superuser: Superuser): string | undefined {
  if (options.collect === 'never') return 'as you asked';
  if (options.without.length > 0) return `${options.without.join(', ')} must be started first`;
  if (env['HEADHUNTER_BASE_URL']) return 'vacancies come from HEADHUNTER_BASE_URL; the last line below asks for some';
  if (superuser.password === undefined)
    return `${superuser.passwordFile} is gone, and with it the superuser's password`;
  return undefined;
}

const apiOf = ({ ports }: World, { email, password = '' }: Superuser): Api =>
  new Api(atHome(ports['api-gateway']), { email, password });
