import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import type { AuthServiceClient } from '../auth-service-client';
import { IDENTITY_BODY_LIMIT } from '../identity-options';
import { forgotPasswordPage } from './forgot-password.page';
import { ICON, ICON_PATH } from './icon';
import { logInPage } from './log-in.page';
import { logOutPage } from './log-out.page';
import { mailLinkPages } from './mail-link.pages';
import { PageSite } from './page-site';
import { registerPage } from './register.page';
import { STYLE, STYLE_PATH } from './style';

/** Pages to log in with and the like, which work without a single script. Forms are read here and nowhere else. */
export const registerPages = async (
  fastify: FastifyInstance,
  authService: AuthServiceClient,
  secureCookies: boolean,
): Promise<void> => {
  await fastify.register(async (scope) => {
    await scope.register(formbody, { bodyLimit: IDENTITY_BODY_LIMIT });
    const site = new PageSite(scope, authService, secureCookies);
    for (const page of [logInPage, logOutPage, registerPage, forgotPasswordPage, mailLinkPages]) page(site);
  });

  for (const [path, type, content] of ASSETS) {
    fastify.get(path, { config: { accessControl: { asset: true } } }, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(content),
    );
  }
};

const ASSETS = [
  [STYLE_PATH, 'text/css; charset=utf-8', STYLE],
  [ICON_PATH, 'image/svg+xml', ICON],
] as const;
