import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
// SwaggerModule loads it by name when it serves its page: said here, so that the build packs it.
import '@fastify/static';
import { restrictPages } from './page-policy';

/** Where the API can be browsed and tried out. */
export const DOCS = '/docs';

/** The patterns of its page; the rest are files. */
export const DOCS_PAGES = [DOCS, `${DOCS}/`, `${DOCS}/index.html`];

export const serveDocs = (app: NestFastifyApplication, document: OpenAPIObject): void => {
  restrictPages(app, DOCS, "'none'");
  SwaggerModule.setup(DOCS, app, document, { raw: false, customSiteTitle: 'Job Scope API' });
};
