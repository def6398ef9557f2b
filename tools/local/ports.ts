import { createServer, type Server } from 'node:net';
import { UserError } from './user-error';

/** Where each part prefers to listen, on 127.0.0.1. PostgreSQL takes any free port. */
export const PREFERRED_PORTS = {
  'api-gateway': 3000,
  'api-gateway management': 3001,
  'auth-service': 3100,
  'auth-service management': 3101,
  'vacancy-worker management': 3201,
  'scheduler management': 3301,
  'headhunter simulator': 3400,
  'trudvsem simulator': 3401,
  'greenhouse simulator': 3402,
};

export type PortOwner = keyof typeof PREFERRED_PORTS;
export type Ports = Readonly<Record<PortOwner, number>>;

/** Where the launchers of one machine meet: holding GUARD + n gives the right to the preferred ports + 10 n. */
const GUARD = 47_300;
const SLOTS = 100;
const SLOT_WIDTH = 10;

/**
 * What this launcher prefers, so that several on one machine never run for the same ports: between the moment when a port
 * is seen to be free and the moment when a service listens on it, seconds pass. Held until the process ends.
 */
export async function preferredPorts(): Promise<Ports> {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const guard = await listen(GUARD + slot);
    if (!guard) continue;
    guard.unref();
    const shifted = Object.entries(PREFERRED_PORTS).map(([owner, port]) => [owner, port + slot * SLOT_WIDTH]);
    return Object.fromEntries(shifted) as Ports;
  }
  return PREFERRED_PORTS;
}

/**
 * Gives each part the port it prefers, or the next free one that nobody else prefers.
 *
 * @param moved told of every part that could not have its own
 */
export async function choosePorts(
  preferred: Ports,
  moved: (owner: string, wanted: number, got: number) => void,
): Promise<Ports> {
  const reserved = new Set(Object.values(preferred));
  const chosen: Record<string, number> = {};
  for (const [owner, wanted] of Object.entries(preferred)) {
    let port = wanted;
    while ((port !== wanted && reserved.has(port)) || !(await isFree(port))) port += 1;
    reserved.add(port);
    chosen[owner] = port;
    if (port !== wanted) moved(owner, wanted, port);
  }
  return chosen as Ports;
}

const HIGHEST_PORT = 65_535;

/** A port that the user asks for by the variable PORT. */
export function readPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= HIGHEST_PORT) return port;
  throw new UserError(`PORT=${text}: wants a number from 1 to ${HIGHEST_PORT}.`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = await listen(port);
  await new Promise((resolve) => (probe ? probe.close(resolve) : resolve(undefined)));
  return probe !== undefined;
}

/** Undefined when somebody else listens there. */
function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(undefined))
      .listen(port, '127.0.0.1', () => resolve(server));
  });
}
