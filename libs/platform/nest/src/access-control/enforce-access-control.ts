import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem-exception';
import { zoneOf, type AccessZone, type RefusalPage } from './access-zone';
import type { Authenticator, Principal } from './authenticator';

declare module 'fastify' {
  interface FastifyContextConfig {
    refusalPage?: RefusalPage;
  }
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
  const undecided: string[] = [];

  const enforce = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { accessControl, refusalPage } = request.routeOptions.config;
    try {
      request.principal = accessControl && 'asset' in accessControl ? ANYBODY : await authenticate(request);
      assertAllowed(request);
    } catch (error) {
      if (isRefusal(error) && refusalPage?.(request, reply, error)) return reply;
      throw error;
    }
    return undefined;
  };

  fastify.addHook('onRoute', (route) => {
    const zone = zoneOf(route.url, zones);
    const policy = route.config?.accessControl ?? zone?.policy;
    if (!policy) undecided.push(`${[route.method].flat().join('|')} ${route.url}`);
    route.config = { ...route.config, accessControl: policy, refusalPage: zone?.refusalPage };
    // As the route's own hook it runs after all hooks of the server, such as one that refreshes credentials.
    route.onRequest = [enforce, ...[route.onRequest ?? []].flat()];
  });

  fastify.addHook('onReady', async () => {
    if (undecided.length > 0) {
      throw new Error(`routes without @AccessControl and outside every declared zone: ${undecided.join(', ')}`);
    }
  });
}

const ANYBODY: Principal = { kind: 'anonymous' };

const isRefusal = (error: unknown): error is ProblemException =>
  error instanceof ProblemException && (error.status === 401 || error.status === 403);

function assertAllowed({ principal, routeOptions }: FastifyRequest): void {
  const policy = routeOptions.config.accessControl;
  if (policy && ('open' in policy || 'asset' in policy)) return;
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
