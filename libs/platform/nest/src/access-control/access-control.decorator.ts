import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Principal } from './authenticator';

/** Who may use a route. An `asset` is the same for all: it is not even asked who wants it. */
export type AccessPolicy =
  { readonly asset: true } | { readonly open: true } | { readonly authenticated: true } | { readonly superuser: true };

declare module 'fastify' {
  interface FastifyContextConfig {
    accessControl?: AccessPolicy;
  }
  interface FastifyRequest {
    principal: Principal;
  }
}

/** Says who may use a route. Every route has one: an app with a route without it does not start. */
export const AccessControl = (policy: AccessPolicy): MethodDecorator => RouteConfig({ accessControl: policy });

/** The principal of the request, in a controller method's parameters. */
export const CurrentPrincipal = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal => context.switchToHttp().getRequest<FastifyRequest>().principal,
);
