import { ProblemException } from '@job-scope/platform-nest';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

const HEADER = 'Idempotency-Key';
const PATTERN = '^[\\x21-\\x7e]{1,255}$';

/** The key by which the sender marks repetitions of one request; a 400 problem without a usable one. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers[HEADER.toLowerCase()];
  if (typeof key === 'string' && new RegExp(PATTERN).test(key)) return key;
  const message = `the header ${HEADER} must hold 1 to 255 visible ASCII characters`;
  throw new ProblemException(400, 'validation-failed', {
    detail: 'A request that starts work must carry a key, so that it can be repeated without starting it twice.',
    errors: [{ pointer: `/${HEADER}`, message }],
  });
});

export const ApiIdempotencyKey = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: HEADER,
      required: true,
      description:
        'Chosen by the sender, e.g. a UUID. The same key with the same body gives the same answer, never a second piece of work.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: PATTERN },
      example: '2f1d7f0e-5a0c-4c3b-9a57-1c0a4f9e8b11',
    }),
  );
