import { ApiProblem, ApiRateLimited } from '@job-scope/platform-nest/openapi';
import { applyDecorators } from '@nestjs/common';

/** Documents how our routes fail, and what the gateway answers in our place when it cannot reach us, or is asked too much. */
export const ApiGatewayProblems = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    ApiRateLimited(),
    ApiProblem(500, 'internal-error'),
    ApiProblem(502, 'auth.bad-gateway'),
    ApiProblem(503, 'unavailable', 'auth.unavailable'),
  );
