import fastifyCookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { refuseCrossSite } from './refuse-cross-site';

/**
 * What sessions need of the server: call it first in `createHttpApp`'s `configure`. Refuses requests from other sites,
 * and reads cookies. `allowedOrigins` are our own other front ends, for example `https://jobs.example.org`.
 */
export const registerSessions = async (
  app: NestFastifyApplication,
  allowedOrigins: readonly string[] = [],
): Promise<void> => {
  refuseCrossSite(app.getHttpAdapter().getInstance(), allowedOrigins);
  await app.register(fastifyCookie);
};
