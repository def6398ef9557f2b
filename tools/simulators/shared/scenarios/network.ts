import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { answer, numberOf, type Catalogue } from './scenario';

/** What any source on the network does to a collector, whatever it serves. */
export const NETWORK_SCENARIOS = {
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
  slow: {
    summary: 'answers after a delay in milliseconds',
    parameters: { delay: { kind: 'integer', fallback: 1000 } },
    before: async (_, activation) => {
      await delay(numberOf(activation, 'delay'), undefined, { ref: false });
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
  advance_clock: {
    summary: 'the virtual clock goes forward by some seconds',
    parameters: { seconds: { kind: 'integer', required: true } },
    apply: (activation) => {
      activation.world.clock.advance(numberOf(activation, 'seconds'));
      return { now: activation.world.clock.now() };
    },
  },
} satisfies Catalogue;
