import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Lets the pages at a path and below it load and call nothing but us. Those of others, for which this is, style elements
 * one by one, and draw icons from `data:`.
 */
export const restrictPages = (app: NestFastifyApplication, path: string, baseUri: "'none'" | "'self'"): void => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `base-uri ${baseUri}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (`${request.routeOptions.url}/`.startsWith(`${path}/`)) reply.header('content-security-policy', policy);
    done();
  });
};
