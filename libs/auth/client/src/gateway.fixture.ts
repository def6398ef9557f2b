import {
  AUTHENTICATOR,
  bind,
  createHttpApp,
  createLogger,
  PortsModule,
  silentLogger,
  type HttpAppOptions,
  type Principal,
} from '@job-scope/platform-nest';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PassThrough } from 'node:stream';
import type { IdentityOptions } from './identity-options';
import { registerIdentity } from './register-identity';
import { registerSessions } from './register-sessions';
import { START } from './tokens.fixture';

const user = (superuser: boolean): Principal => ({ kind: 'user', id: 'u', sessionId: 's', superuser });

/** Believes an access cookie that names a role, and takes everybody else for anonymous. */
const authenticate = async ({
  cookies,
}: {
  readonly cookies: Record<string, string | undefined>;
}): Promise<Principal> => {
  const role = cookies['access'];
  return role === 'user' || role === 'superuser' ? user(role === 'superuser') : { kind: 'anonymous' };
};

@Module({ imports: [PortsModule.register([bind(AUTHENTICATOR, { authenticate })])] })
class NothingElse {}

export interface IdentityUnderTest {
  readonly app: NestFastifyApplication;
  /** The lines it has logged. */
  readonly log: readonly string[];
}

/** A gateway that serves identity and nothing else. */
export const anIdentityGateway = async (
  authServiceUrl: string,
  options: Partial<IdentityOptions> = {},
  http: Partial<HttpAppOptions> = {},
): Promise<IdentityUnderTest> => {
  const log: string[] = [];
  const stream = new PassThrough().on('data', (line) => log.push(String(line)));
  const identity: IdentityOptions = {
    authServiceUrl,
    transport: 'both',
    secureCookies: false,
    clock: { now: () => new Date(START * 1000) },
    logger: silentLogger,
    timeoutMs: 200,
    ...options,
  };
  const app = await createHttpApp(NothingElse, {
    logger: createLogger({ service: 'spec', level: 'info', stream }),
    ...http,
    configure: async (one) => {
      await registerSessions(one);
      await registerIdentity(one, identity);
      await http.configure?.(one);
    },
  });
  return { app, log };
};
