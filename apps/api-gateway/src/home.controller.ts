import { AccessControl } from '@job-scope/platform-nest';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';

export const API_DOCUMENT = Symbol('the OpenAPI document');

const DOCUMENT_PATH = 'api/v1/openapi.json';

/** What a newcomer finds. */
@ApiExcludeController()
@Controller()
export class HomeController {
  constructor(@Inject(API_DOCUMENT) private readonly apiDocument: OpenAPIObject) {}

  @Get()
  @AccessControl({ open: true })
  index() {
    return {
      name: 'Job Scope',
      search: '/api/v1/vacancies/search?text=python',
      openapi: `/${DOCUMENT_PATH}`,
      docs: '/docs',
      login: '/api/v1/auth/login',
    };
  }

  @Get(DOCUMENT_PATH)
  @AccessControl({ open: true })
  document(): OpenAPIObject {
    return this.apiDocument;
  }
}
