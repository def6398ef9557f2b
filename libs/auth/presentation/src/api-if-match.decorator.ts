import { ApiProblem } from '@job-scope/platform-nest/openapi';
import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

/** Documents that a change can be made for one revision only (RFC 9110 §13.1.1). */
export const ApiIfMatch = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The `ETag` of the revision that was read. Without it, whatever is there is changed.',
      schema: { type: 'string', example: '"3"' },
    }),
    ApiProblem(412, 'users.changed-meanwhile'),
  );
