import { ApiProblem } from '@job-scope/platform-nest/openapi';
import { applyDecorators } from '@nestjs/common';

/** Documents how a body can be refused before anybody looks at what it wants. */
export const ApiBodyProblems = (...codes: readonly string[]): MethodDecorator =>
  applyDecorators(
    ApiProblem(400, 'validation-failed', 'bad-request', ...codes),
    ApiProblem(413, 'body-too-large'),
    ApiProblem(415, 'unsupported-media-type'),
  );
