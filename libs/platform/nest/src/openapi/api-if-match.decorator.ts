import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ApiProblem } from './api-problem.decorator';

/** Documents that an answer names its revision; for `headers` of a response. */
export const ETAG_HEADER = {
  ETag: { description: 'The revision, for `If-Match`.', schema: { type: 'string' } },
} as const;

/** Documents that a change can be made for one revision only (RFC 9110 §13.1.1), and how it is refused for another. */
export const ApiIfMatch = (code: string): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The `ETag` of the revision that was read. Without it, whatever is there is changed.',
      schema: { type: 'string', example: '"3"' },
    }),
    ApiProblem(412, code),
  );
