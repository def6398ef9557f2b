import { registerSessions } from '@job-scope/auth-client';
import { createHttpApp, type Binding, type HttpAppOptions } from '@job-scope/platform-nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';

/** Larger than any body there is here. */
const BODY_LIMIT = 16_384;

/** The whole service on whatever stands behind its ports; it does not listen yet. */
export const createAuthService = (
  bindings: readonly Binding[],
  options: Pick<HttpAppOptions, 'logger' | 'trustedProxies'>,
): Promise<NestFastifyApplication> =>
  createHttpApp(AppModule.register(bindings), {
    ...options,
    bodyLimit: BODY_LIMIT,
    configure: registerSessions,
  });
