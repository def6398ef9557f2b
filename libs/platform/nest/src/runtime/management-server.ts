import { Controller, Get, HttpStatus, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import type { FastifyReply } from 'fastify';
import { listen, type ListenOptions } from '../http/listen';
import type { Readiness } from './readiness';

type AskReadiness = () => Promise<Readiness>;

const ASK_READINESS = Symbol('ask-readiness');

@Controller()
class HealthController {
  constructor(@Inject(ASK_READINESS) private readonly ask: AskReadiness) {}

  /** The process runs; says nothing about what it needs. */
  @Get('livez')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.ask();
    const serves = readiness.status === 'ready' || readiness.status === 'degraded';
    reply.status(serves ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return readiness;
  }
}

@Module({})
class ManagementModule {
  static register(service: string, ask: AskReadiness): DynamicModule {
    return {
      module: ManagementModule,
      imports: [PrometheusModule.register({ path: '/metrics', defaultLabels: { service } })],
      controllers: [HealthController],
      providers: [{ provide: ASK_READINESS, useValue: ask }],
    };
  }
}

/** Health and metrics on a port of their own: they answer while the service starts and drains, and stay private. */
export async function startManagementServer(
  service: string,
  address: ListenOptions,
  ask: AskReadiness,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ManagementModule.register(service, ask),
    new FastifyAdapter({ return503OnClosing: false }),
    { logger: false, abortOnError: false },
  );
  await app.init();
  await listen(app, address);
  return app;
}
