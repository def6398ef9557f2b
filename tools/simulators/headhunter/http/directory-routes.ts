import { entityTag } from '@job-scope/simulator-shared';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AreaDirectory } from '../directories/areas';
import { dictionaries } from '../directories/dictionaries';
import { industries } from '../directories/industries';
import type { Locale } from '../directories/locale';
import { metro, metroOf } from '../directories/metro';
import { professionalRoles } from '../directories/professional-roles';
import { notFound } from '../errors';
import { ParameterReader, type QueryParameters } from '../search/parameter-reader';
import { readView } from '../search/search-query';

const MAX_AGE_SECONDS = 1200;

/** Directories: open to everyone, cacheable, with an ETag. */
export function directoryRoutes(app: FastifyInstance, areas: AreaDirectory): void {
  const area = (id: string, locale: Locale) => {
    const position = areas.position(id);
    return position === undefined ? undefined : areas.node(position, locale);
  };
  const bodies: Record<string, (locale: Locale, id: string) => unknown> = {
    '/areas': (locale) => areas.tree(locale),
    '/areas/countries': (locale) => areas.countries(locale),
    '/areas/:id': (locale, id) => area(id, locale),
    '/dictionaries': dictionaries,
    '/professional_roles': professionalRoles,
    '/industries': industries,
    '/metro': metro,
    '/metro/:id': (_, id) => metroOf(id),
  };
  for (const [path, body] of Object.entries(bodies)) {
    app.get<{ Params: { id?: string } }>(path, (request, reply) => {
      const found = body(readLocale(request), request.params.id ?? '');
      if (found === undefined) throw notFound();
      return sendCacheable(request, reply, JSON.stringify(found));
    });
  }
}

function readLocale(request: FastifyRequest): Locale {
  const reader = new ParameterReader(request.query as QueryParameters);
  const { locale } = readView(reader);
  reader.finish();
  return locale;
}

function sendCacheable(request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply {
  const tag = entityTag(body, 'ai-');
  reply
    .header('etag', tag)
    .header('cache-control', `max-age=${MAX_AGE_SECONDS}`)
    .header('expires', new Date(Date.now() + MAX_AGE_SECONDS * 1000).toUTCString());
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}
