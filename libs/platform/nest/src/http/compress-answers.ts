import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

const OPTIONS = { encodings: ['br', 'gzip'] as ('br' | 'gzip')[] };

/**
 * Compresses the long answers of the routes under these paths, but for events that go on, and of no others: how long a compressed answer is
 * tells of a secret within it, if part of the answer is the sender's (BREACH). So no path may be among them that answers
 * with tokens or with what belongs to one user. To be called before the routes are made.
 */
export async function compressAnswers(fastify: FastifyInstance, paths: readonly string[]): Promise<void> {
  fastify.addHook('onRoute', (route) => {
    route.compress = paths.some((path) => route.url.startsWith(path)) && OPTIONS;
  });
  await fastify.register(compress, { globalCompression: false, globalDecompression: false });
}
