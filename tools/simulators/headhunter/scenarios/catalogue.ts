import { gzipSync } from 'node:zlib';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { JsonObject } from '../dataset/vacancy-source';
import { captchaRequired, forbidden } from '../errors';
import type { Activation, Exchange, Scenario } from './scenario';

const ids = ({ parameters }: Activation) => (parameters.ids ?? []) as readonly string[];
const number = ({ parameters }: Activation, name: string) => parameters[name] as number;
const required = { kind: 'ids', required: true } as const;

function answer({ reply }: Exchange, status: number, type: string, body: string): FastifyReply {
  return reply.code(status).type(type).send(body);
}

/** Changes every item of a search page, or the full vacancy that the body is. */
function mapItems(body: JsonObject, change: (item: JsonObject, index: number) => JsonObject): JsonObject {
  return Array.isArray(body.items) ? { ...body, items: (body.items as JsonObject[]).map(change) } : change(body, 0);
}

/** All scenarios by name: things that real sources do to a collector. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  captcha: {
    summary: '403 captcha_required',
    before: () => {
      throw captchaRequired();
    },
  },
  ban: {
    summary: '403 forbidden for some seconds; directories still answer',
    parameters: { seconds: { kind: 'integer', fallback: 60 } },
    before: () => {
      throw forbidden();
    },
    lasts: (activation) =>
      activation.world.clock.elapsed() - activation.startedAt < number(activation, 'seconds') * 1000,
  },
  too_many_requests: {
    summary: '429 without a body; Retry-After only when retry_after (seconds) is given',
    parameters: { retry_after: { kind: 'integer' } },
    before: ({ reply }, { parameters }) => {
      if (parameters.retry_after !== undefined) reply.header('retry-after', String(parameters.retry_after));
      return reply.code(429).send();
    },
  },
  bad_gateway: {
    summary: '502 with an HTML page',
    before: (exchange) =>
      answer(exchange, 502, 'text/html; charset=utf-8', '<html><body><h1>502 Bad Gateway</h1></body></html>'),
  },
  service_unavailable: {
    summary: '503 with a JSON error',
    before: (exchange) =>
      answer(exchange, 503, 'application/json', JSON.stringify({ errors: [{ type: 'service_unavailable' }] })),
  },
  blocked_html: {
    summary: '403 with an HTML page, as a protection against robots answers',
    before: (exchange) => answer(exchange, 403, 'text/html; charset=utf-8', '<html><body>Access denied</body></html>'),
  },
  ok_with_errors: {
    summary: '200 whose body is an error',
    before: (exchange) =>
      answer(
        exchange,
        200,
        'application/json',
        JSON.stringify({ request_id: exchange.request.id, errors: [{ type: 'forbidden' }] }),
      ),
  },
  slow: {
    summary: 'answers after a delay in milliseconds',
    parameters: { delay: { kind: 'integer', fallback: 1000 } },
    before: async (_, activation) => {
      await delay(number(activation, 'delay'), undefined, { ref: false });
    },
  },
  hang: {
    summary: 'never answers',
    before: ({ reply }) => {
      reply.hijack();
    },
  },
  reset: {
    summary: 'resets the connection',
    before: ({ request, reply }) => {
      reply.hijack();
      request.raw.socket.resetAndDestroy();
    },
  },
  truncated_gzip: {
    summary: 'a gzip body that breaks off in the middle',
    damage: (bytes, reply) => {
      const compressed = gzipSync(bytes);
      reply.header('content-encoding', 'gzip');
      return compressed.subarray(0, Math.ceil(compressed.length / 2));
    },
  },
  unknown_fields: {
    summary: 'fields that no document knows, in the envelope and in every item',
    rewrite: (body) => ({
      ...mapItems(body, (item) => ({ ...item, brand_new_field: { id: 'X', levels: [1, null] } })),
      brand_new_envelope_field: 'surprise',
    }),
  },
  malformed_item: {
    summary: 'the item at a position of each page has values of wrong types',
    path: '/vacancies?',
    parameters: { position: { kind: 'integer', fallback: 0 } },
    rewrite: (body, activation) =>
      mapItems(body, (item, index) =>
        index === number(activation, 'position')
          ? { ...item, name: null, area: 'Москва', salary: 'по договорённости', published_at: 'вчера' }
          : item,
      ),
  },
  null_employer: {
    summary: 'employer is null, for the given ids or for all',
    parameters: { ids: { kind: 'ids' } },
    rewrite: (body, activation) =>
      mapItems(body, (item) =>
        ids(activation).length === 0 || ids(activation).includes(item.id as string)
          ? { ...item, employer: null }
          : item,
      ),
  },
  duplicates: {
    summary: 'each page begins with the last items of the page before; nothing is left out',
    path: '/vacancies?',
    parameters: { items: { kind: 'integer', fallback: 1 } },
    rewrite: (body, activation) => {
      const items = (body.items ?? []) as JsonObject[];
      const repeated = (body.page === 0 ? [] : (activation.memory.get('tail') ?? [])) as JsonObject[];
      activation.memory.set('tail', items.slice(-number(activation, 'items')));
      return { ...body, items: [...repeated, ...items] };
    },
  },
  insert_between_pages: {
    summary: 'before each page, some new vacancies appear and push the others back',
    path: '/vacancies?',
    parameters: { vacancies: { kind: 'integer', fallback: 1 } },
    before: (_, activation) => {
      const { board, clock } = activation.world;
      board.insert(number(activation, 'vacancies'), clock.now());
    },
  },
  insert: {
    summary: 'new vacancies appear now',
    parameters: { vacancies: { kind: 'integer', fallback: 1 } },
    apply: (activation) => {
      const { board, clock } = activation.world;
      return { ids: board.insert(number(activation, 'vacancies'), clock.now()) };
    },
  },
  archive: {
    summary: 'vacancies leave the search; their pages stay, archived',
    parameters: { ids: required },
    apply: (activation) => ({ ids: ids(activation).filter((id) => activation.world.board.archive(id)) }),
  },
  delete: {
    summary: 'vacancies disappear altogether',
    parameters: { ids: required },
    apply: (activation) => ({ ids: ids(activation).filter((id) => activation.world.board.delete(id)) }),
  },
  restore: {
    summary: 'archived vacancies come back, each with a new id',
    parameters: { ids: required },
    apply: (activation) => {
      const { board, clock } = activation.world;
      return { ids: ids(activation).flatMap((id) => board.restore(id, clock.now()) ?? []) };
    },
  },
  revoke_token: {
    summary: 'the current application token is revoked',
    apply: ({ world }) => {
      world.tokens.revoke();
      return {};
    },
  },
  advance_clock: {
    summary: 'the virtual clock goes forward by some seconds',
    parameters: { seconds: { kind: 'integer', required: true } },
    apply: (activation) => {
      activation.world.clock.advance(number(activation, 'seconds'));
      return { now: activation.world.clock.now() };
    },
  },
};
