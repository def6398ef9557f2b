import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from '../logging/logger';
import { PROBLEM_TYPE, problemBody, refusalOf, titleOf } from '../problems/problem';
import { continueTrace, toTraceparent, type TraceContext } from '../tracing';

/** What keeps Node from making a request of what a client sends. All else is not HTTP. */
const STATUSES: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/** So long a client may go on sending before its connection is cut. */
const LINGER_MS = 1_000;

/**
 * Answers what never becomes a request, such as a URL beyond all limits, like everything else: a problem with the headers
 * of all answers. The path is not known then, and what was sent is told to nobody. The connection ends with it.
 */
export const answerClientErrors =
  (headers: Readonly<Record<string, string>>, logger: Logger) =>
  ({ code }: NodeJS.ErrnoException, socket: Socket): void => {
    // The client is gone, or has its answer and goes on sending.
    if (code === 'ECONNRESET' || !socket.writable) return;
    if (isAnswering(socket)) {
      // Another answer would become a part of that one.
      socket.destroy();
      return;
    }
    const problem = refusalOf(STATUSES[code ?? ''] ?? 400);
    const trace = continueTrace(null);
    logUnrouted(logger, problem.status, trace, code);
    const body = problemBody(problem, trace);
    const head = {
      ...headers,
      'content-type': PROBLEM_TYPE,
      'content-length': Buffer.byteLength(body),
      traceparent: toTraceparent(trace),
      date: new Date().toUTCString(),
      connection: 'close',
    };
    const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${problem.status} ${titleOf(problem.status)}\r\n${lines.join('')}\r\n${body}`);
    endSoon(socket);
  };

/** Of what comes to no route, and so to no hook that logs; nothing of what was sent. */
export const logUnrouted = (logger: Logger, status: number, { traceId }: TraceContext, code?: string): void =>
  logger.info(`(no request) ${status}`, {
    'event.action': 'request-unrouted',
    'trace.id': traceId,
    'http.response.status_code': status,
    'error.code': code,
  });

/** Node keeps there the answer that is under way, and looks at it for the same reason. */
const isAnswering = (socket: Socket & { _httpMessage?: ServerResponse | null }): boolean =>
  socket._httpMessage?.headersSent === true;

/** A connection that is cut while the client still sends is reset, and the answer may be lost with it (RFC 9112 §9.6). */
const endSoon = (socket: Socket): void => {
  const cut = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(cut));
};

/** HTTP/1.1 asks for a host (RFC 9112 §3.2). */
export const refuseHostless = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', ({ headers, raw }, _reply, done) => {
    done(headers.host === undefined && raw.httpVersion === '1.1' ? refusalOf(400) : undefined);
  });
};
