import { registerIdentityProxy, registerSessions, type IdentityProxyOptions } from '@job-scope/auth-client';
import { createHttpApp, type Binding, type HttpAppOptions } from '@job-scope/platform-nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module';
// SwaggerModule loads it by name when it serves its page: said here, so that the build packs it.
import '@fastify/static';

export interface GatewayOptions {
  readonly bindings: readonly Binding[];
  /** Served as it is, and shown to superusers under `/docs`. */
  readonly apiDocument: OpenAPIObject;
  /** Origins whose pages may call us and read the answers, e.g. `https://jobs.example.org`. */
  readonly allowedOrigins: readonly string[];
  readonly identity: IdentityProxyOptions;
  readonly logger: HttpAppOptions['logger'];
  readonly trustedProxies?: readonly string[];
}

/** The whole gateway on whatever stands behind its ports; it does not listen yet. */
export const createGateway = (options: GatewayOptions): Promise<NestFastifyApplication> => {
  const { bindings, apiDocument, allowedOrigins, identity, logger, trustedProxies } = options;
  return createHttpApp(AppModule.register({ bindings, apiDocument, identity }), {
    logger,
    trustedProxies,
    zones: [
      { prefix: '/docs', policy: { superuser: true } },
      { prefix: PREFLIGHT, policy: { open: true } },
    ],
    configure: async (app) => {
      await registerSessions(app, allowedOrigins);
      if (allowedOrigins.length > 0) app.enableCors({ ...CORS, origin: [...allowedOrigins] });
      await registerIdentityProxy(app, identity);
      SwaggerModule.setup('docs', app, apiDocument, { raw: false, customSiteTitle: 'Job Scope API' });
    },
  });
};

/** The route that answers what browsers ask before they let a page of another origin send a request. */
const PREFLIGHT = '*';

const CORS = {
  credentials: true,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposedHeaders: ['etag', 'location', 'retry-after', 'traceparent'],
  maxAge: 600,
};
