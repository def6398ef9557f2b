import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem-exception';
import type { AccessPolicy } from './access-control.decorator';
import type { Authenticator } from './authenticator';

/** Where plugins put their routes, and who may use them: `prefix` itself and all below it, the longest prefix first. */
export interface AccessZone {
  readonly prefix: string;
  readonly policy: AccessPolicy;
}

/**
 * Gives every route of the router its policy and the hook that enforces it: its own (`AccessControl`), else its zone's.
 * A route with neither keeps the server from starting. Must be called before any route or plugin is registered: what
 * is registered earlier is not seen. The path decided on is the route's own pattern, never the text of a URL.
 */
export function enforceAccessControl(
  fastify: FastifyInstance,
  zones: readonly AccessZone[],
  authenticate: Authenticator['authenticate'],
): void {
  const nearestFirst = zones.toSorted((a, b) => b.prefix.length - a.prefix.length);
  const undecided: string[] = [];

  const enforce = async (request: FastifyRequest): Promise<void> => {
    request.principal = await authenticate(request);
    assertAllowed(request);
  };

  fastify.addHook('onRoute', (route) => {
    const policy = route.config?.accessControl ?? nearestFirst.find((zone) => lies(route.url, zone))?.policy;
    if (!policy) undecided.push(`${[route.method].flat().join('|')} ${route.url}`);
    route.config = { ...route.config, accessControl: policy };
    // As the route's own hook it runs after all hooks of the server, such as one that refreshes credentials.
    route.onRequest = [enforce, ...[route.onRequest ?? []].flat()];
  });

  fastify.addHook('onReady', async () => {
    if (undecided.length > 0) {
      throw new Error(`routes without @AccessControl and outside every declared zone: ${undecided.join(', ')}`);
    }
  });
}

const lies = (url: string, { prefix }: AccessZone): boolean => url === prefix || url.startsWith(`${prefix}/`);

function assertAllowed({ principal, routeOptions }: FastifyRequest): void {
  const policy = routeOptions.config.accessControl;
  if (policy && 'open' in policy) return;
  if (principal.kind === 'anonymous') {
    throw new ProblemException(401, 'authentication-required', {
      detail: 'This needs a login.',
      headers: { 'www-authenticate': 'Bearer realm="job-scope"' },
    });
  }
  if (policy && 'authenticated' in policy) return;
  if (policy && principal.superuser) return;
  throw new ProblemException(403, 'access-denied', { detail: 'This needs rights that the user does not have.' });
}
