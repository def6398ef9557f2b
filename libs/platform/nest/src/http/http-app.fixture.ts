import { Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { AUTHENTICATOR, type Authenticator, type Principal } from '../access-control/authenticator';
import { LogLines } from '../logging/log-lines.fixture';
import { createLogger } from '../logging/logger';
import { bind, PortsModule } from '../ports/bindings';
import { ProblemException } from '../problems/problem-exception';
import { createHttpApp, type HttpAppOptions } from './create-http-app';

const user = (superuser: boolean): Principal => ({ kind: 'user', id: 'u1', sessionId: 's1', superuser });

/** Believes what the header `x-user` says. */
export const trustingAuthenticator: Authenticator = {
  authenticate: async ({ headers }: FastifyRequest) => {
    switch (headers['x-user']) {
      case undefined:
        return { kind: 'anonymous' };
      case 'plain':
        return user(false);
      case 'superuser':
        return user(true);
      default:
        throw new ProblemException(401, 'token-invalid');
    }
  },
};

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly log: LogLines;
}

/** An app with this controller, as `createHttpApp` makes it. */
export async function startTestApp(controller: Type, options: Partial<HttpAppOptions> = {}): Promise<TestApp> {
  @Module({
    imports: [PortsModule.register([bind(AUTHENTICATOR, trustingAuthenticator)])],
    controllers: [controller],
  })
  class TestModule {}

  const log = new LogLines();
  const logger = createLogger({ service: 'test', level: 'info', stream: log });
  return { app: await createHttpApp(TestModule, { logger, ...options }), log };
}
