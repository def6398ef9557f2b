import { sendHomePage, wantsPage } from '@job-scope/auth-client';
import { AccessControl } from '@job-scope/platform-nest';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const API_DOCUMENT = Symbol('the OpenAPI document');
export const HAS_PAGES = Symbol('whether there are pages');

const DOCUMENT_PATH = 'openapi.json';

/** What a newcomer finds. */
@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(
    @Inject(API_DOCUMENT) private readonly apiDocument: OpenAPIObject,
    @Inject(HAS_PAGES) private readonly hasPages: boolean,
  ) {}

  @Get()
  @AccessControl({ open: true })
  index(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    reply.header('vary', 'accept');
    if (this.hasPages && wantsPage(request)) return sendHomePage(request, reply);
    return reply.send({
      name: 'Job Scope',
      search: '/api/v1/vacancies/search?text=python',
      openapi: `/${DOCUMENT_PATH}`,
      docs: '/docs',
      login: '/api/v1/auth/login',
    });
  }

  @Get(DOCUMENT_PATH)
  @AccessControl({ asset: true })
  document(): OpenAPIObject {
    return this.apiDocument;
  }
}
