import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);
/** Smaller bodies are sent as they are, like the real API does. */
const LEAST_BYTES = 1024;

/** Compresses a body when the client accepts gzip. Fast rather than small: it all stays on one machine. */
export async function compressed(request: FastifyRequest, reply: FastifyReply, body: Buffer): Promise<Buffer> {
  if (body.length < LEAST_BYTES || !/\bgzip\b/.test(String(request.headers['accept-encoding']))) return body;
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding');
  return compress(body, { level: constants.Z_BEST_SPEED });
}
