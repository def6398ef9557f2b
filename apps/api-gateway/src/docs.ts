import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
// SwaggerModule loads it by name when it serves its page: said here, so that the build packs it.
import '@fastify/static';

/** Where the API can be browsed and tried out. */
export const DOCS = '/docs';

/** The patterns of its page; the rest are files. */
export const DOCS_PAGES = [DOCS, `${DOCS}/`, `${DOCS}/index.html`];

/** Swagger UI loads and calls nothing but us. It styles elements one by one, and draws its icons from `data:`. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const serveDocs = (app: NestFastifyApplication, document: OpenAPIObject): void => {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (`${request.routeOptions.url}/`.startsWith(`${DOCS}/`)) reply.header('content-security-policy', POLICY);
    done();
  });
  SwaggerModule.setup(DOCS, app, document, { raw: false, customSiteTitle: 'Job Scope API' });
};
