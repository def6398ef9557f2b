import { bind } from '@job-scope/platform-nest';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AppModule, AUTH_SERVICE_PORTS } from './app.module';

const HEAD = new DocumentBuilder()
  .setOpenAPIVersion('3.1.1')
  .setTitle('Job Scope: auth-service')
  .setVersion('1.0.0')
  .setLicense('MIT', 'https://opensource.org/license/mit')
  .addTag('auth', 'Log in, stay logged in, log out.')
  .addTag('account', "Make an account of one's own, change it, end its sessions, delete it.")
  .addTag('users', 'Accounts of others; for superusers.')
  .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
  .addCookieAuth('__Host-access', { type: 'apiKey', in: 'cookie' }, 'cookie')
  .build();

/** The document of the service's routes, read from the controllers alone: nothing stands behind the ports. */
export const describeApi = async (): Promise<OpenAPIObject> => {
  const nothing = AUTH_SERVICE_PORTS.map((port) => bind<object>(port, {}));
  const module = AppModule.register(nothing);
  const app = await NestFactory.create(module, new FastifyAdapter(), { preview: true, logger: false });
  return SwaggerModule.createDocument(app, HEAD);
};
