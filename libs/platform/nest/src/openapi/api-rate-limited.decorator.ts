import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem, RETRY_AFTER } from './api-problem.decorator';

const TEXT = { type: 'string' } as const;

/** Documents how a route answers that has a `@RateLimit`, when there were too many requests. */
export const ApiRateLimited = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiExtraModels(Problem),
    ApiResponse({
      status: 429,
      description: '`too-many-requests`',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
      headers: {
        ...RETRY_AFTER,
        'RateLimit-Policy': { description: 'What is allowed: `q` requests in `w` seconds.', schema: TEXT },
        RateLimit: { description: 'What is left: `r` requests until `t` seconds from now.', schema: TEXT },
      },
    }),
  );
