import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { AccessControl, ProblemException, type Logger } from '@job-scope/platform-nest';
import replyFrom from '@fastify/reply-from';
import { All, Controller, Get, Inject, Module, Req, Res, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { forwardedHeaders } from './forwarded-headers';
import { toUpstreamProblem } from './upstream-failure';

export interface IdentityProxyOptions {
  /** Where auth-service is, for example `http://127.0.0.1:3100`. */
  readonly authServiceUrl: string;
  readonly secureCookies: boolean;
  readonly logger: Logger;
  /** How long auth-service may take to begin its answer, in milliseconds; 10,000 by default. */
  readonly timeoutMs?: number;
}

const CONNECT_TIMEOUT_MS = 2_000;
const RETRY_DELAY_MS = 50;
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const OPTIONS = Symbol('identity-proxy-options');

/** Passes identity requests on to auth-service, which decides for itself who may do what: it trusts no header of ours. */
@ApiExcludeController()
@Controller()
class IdentityProxyController {
  constructor(@Inject(OPTIONS) private readonly options: IdentityProxyOptions) {}

  @All('api/v1/auth/*')
  @AccessControl({ open: true })
  identity(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return this.forward(request, reply);
  }

  @Get(AUTH_PATHS.jwks)
  @AccessControl({ open: true })
  keys(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return this.forward(request, reply);
  }

  private forward(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = request.url.split('?', 1)[0] ?? '';
    // A path that a URL parser changes, as by its `..`, would reach something else than the route that matched.
    if (new URL(path, this.options.authServiceUrl).pathname !== path) throw new ProblemException(404, 'not-found');
    return reply.from(path, {
      rewriteRequestHeaders: (_request, { host, 'content-length': length }) => ({
        ...forwardedHeaders(request, this.options.secureCookies),
        host,
        'content-length': length,
      }),
      retryDelay: ({ err, req, attempt }) =>
        err && attempt === 0 && IDEMPOTENT.has(req.method) ? RETRY_DELAY_MS : null,
      onError: (failed, { error }) => {
        this.options.logger.warn('auth-service did not answer', { 'event.action': 'identity-proxy-failed', error });
        failed.send(toUpstreamProblem(error));
      },
    });
  }
}

@Module({})
export class IdentityProxyModule {
  static register(options: IdentityProxyOptions): DynamicModule {
    return {
      module: IdentityProxyModule,
      controllers: [IdentityProxyController],
      providers: [{ provide: OPTIONS, useValue: options }],
    };
  }
}

/** What `IdentityProxyModule` needs of the server: call it in `createHttpApp`'s `configure`. */
export const registerIdentityProxy = async (
  app: NestFastifyApplication,
  { authServiceUrl, timeoutMs = 10_000 }: IdentityProxyOptions,
): Promise<void> => {
  const { origin } = new URL(authServiceUrl);
  const undici = {
    connections: 64,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  };
  await app.register(replyFrom, { base: origin, undici, destroyAgent: true, disableRequestLogging: true });
};
