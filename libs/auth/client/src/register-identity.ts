import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthServiceClient } from './auth-service-client';
import { servesPages, type IdentityOptions } from './identity-options';
import { registerIdentityProxy } from './identity-proxy';
import { PAGE_PATHS } from './pages/page-paths';
import { registerPages } from './pages/register-pages';
import { renewSessions } from './renew-sessions';
import { SessionRenewer } from './session-renewer';

/**
 * The gateway's side of identity on a server that `registerSessions` has prepared: the routes of auth-service, and with
 * cookies also pages and the renewal of sessions. `pages` are patterns of further pages whose visitors' sessions are renewed.
 */
export const registerIdentity = async (
  app: NestFastifyApplication,
  options: IdentityOptions,
  pages: readonly string[] = [],
): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  if (servesPages(options)) {
    const authService = new AuthServiceClient(options);
    const renewer = new SessionRenewer(authService, options.secureCookies);
    renewSessions(fastify, { ...options, renewer, pages: [PAGE_PATHS.logIn, ...pages] });
    await registerPages(fastify, authService, options.secureCookies);
    fastify.addHook('onClose', () => authService.close());
  }
  await registerIdentityProxy(fastify, options);
};
