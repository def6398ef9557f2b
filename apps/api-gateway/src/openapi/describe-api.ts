import { bind } from '@job-scope/platform-nest';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AppModule, GATEWAY_PORTS } from '../app.module';

const HEAD = new DocumentBuilder()
  .setOpenAPIVersion('3.1.1')
  .setTitle('Job Scope')
  .setDescription('Vacancies collected from job aggregators: search them, read them, have more collected.')
  .setVersion('1.0.0')
  .setLicense('MIT', 'https://opensource.org/license/mit')
  .addServer('/')
  .addTag('vacancies', 'Search and read; open to all. Create, change, hide and delete; for superusers.')
  .addTag('statistics', 'What many vacancies amount to; open to all.')
  .addTag('exports', 'Take what a search finds along as a file; for everybody who has logged in.')
  .addTag('saved searches', 'Be told of new vacancies; for everybody who has logged in.')
  .addTag('areas', 'Where a search can look; open to all.')
  .addTag('sources', 'Where vacancies come from, and whom to name for them; open to all.')
  .addTag('collections', 'Have vacancies collected and see how it goes; for superusers.')
  .addTag('schedules', 'Have vacancies collected again and again; for superusers.')
  .addTag('dead letters', 'What could not be stored, to try again or to discard; for superusers.')
  .addTag('search-index', 'How the index of the search engine is, and have it rebuilt; for superusers.')
  .addTag('audit', 'What administrators did, and what happened to accounts; for superusers.')
  .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
  .addCookieAuth('__Host-access', { type: 'apiKey', in: 'cookie' }, 'cookie')
  .build();

/** The document of the gateway's own routes, read from the controllers alone: nothing stands behind the ports. */
export const describeApi = async (): Promise<OpenAPIObject> => {
  const module = AppModule.register({
    bindings: GATEWAY_PORTS.map((port) => bind<object>(port, {})),
    apiDocument: HEAD as OpenAPIObject,
    hasPages: false,
  });
  const app = await NestFactory.create(module, new FastifyAdapter(), { preview: true, logger: false });
  return SwaggerModule.createDocument(app, HEAD);
};
