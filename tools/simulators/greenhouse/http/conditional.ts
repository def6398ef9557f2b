import { entityTag } from '@job-scope/simulator-shared';
import type { FastifyInstance } from 'fastify';

/** Every answer has an entity tag, and one that the client knows is not sent again. */
export function answerConditionally(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const tag = entityTag(payload);
    reply.header('etag', tag).header('cache-control', 'max-age=0, private, must-revalidate');
    if (!knows(request.headers['if-none-match'], tag)) return payload;
    reply.code(304).removeHeader('content-type');
    return null;
  });
}

/** A list of tags, weak or not, or `*`. */
function knows(header: string | undefined, tag: string): boolean {
  const opaque = (text: string) => text.trim().replace(/^W\//, '');
  return (header ?? '').split(',').some((each) => each.trim() === '*' || opaque(each) === opaque(tag));
}
