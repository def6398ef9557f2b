import type { FastifyInstance } from 'fastify';
import type { TokenDesk } from './token-desk';

const FORM = 'application/x-www-form-urlencoded';

/** POST /token: OAuth, so errors have the shape of OAuth and not of the API. */
export function tokenRoutes(app: FastifyInstance, tokens: TokenDesk): void {
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_, body, done) =>
    done(null, new URLSearchParams(body as string)),
  );
  app.post('/token', (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const answer = tokens.issue(form);
    if ('error' in answer) reply.code(answer.error === 'forbidden' ? 403 : 400);
    return reply.send(answer);
  });
}
