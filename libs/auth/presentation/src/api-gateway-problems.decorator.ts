import { ApiProblem, ApiRateLimited } from '@job-scope/platform-nest/openapi';
import { applyDecorators } from '@nestjs/common';

/** Documents what the gateway answers in our place when it cannot reach us, or is asked too much. */
export const ApiGatewayProblems = (): ClassDecorator & MethodDecorator =>
  applyDecorators(ApiRateLimited(), ApiProblem(502, 'auth.bad-gateway'), ApiProblem(503, 'auth.unavailable'));
