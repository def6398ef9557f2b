import { createServer } from 'node:net';
import { UserError } from './user-error';

/** Where each part prefers to listen, on 127.0.0.1. PostgreSQL takes any free port. */
export const PREFERRED_PORTS = {
  'api-gateway': 3000,
  'api-gateway management': 3001,
  'auth-service': 3100,
  'auth-service management': 3101,
  'vacancy-worker management': 3201,
  'scheduler management': 3301,
  simulator: 3400,
};

export type PortOwner = keyof typeof PREFERRED_PORTS;
export type Ports = Readonly<Record<PortOwner, number>>;

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

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
