import { clientOf, type Principal } from '@job-scope/platform-nest';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

export interface Requester {
  readonly userId: string;
  readonly client: ReturnType<typeof clientOf>;
}

/** The superuser who asks, and from where, in a controller method's parameters. */
export const CurrentRequester = createParamDecorator((_: unknown, context: ExecutionContext): Requester => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { userId: userIdOf(request.principal), client: clientOf(request) };
});

/** The user who asks. */
export const userIdOf = (principal: Principal): string => {
  if (principal.kind !== 'user') throw new Error('a route for users was entered without one');
  return principal.id;
};
