import { applyDecorators } from '@nestjs/common';
import { ApiProblem } from './api-problem.decorator';
import { ApiAuthenticated } from './api-authenticated.decorator';

/** Documents what `@AccessControl({ superuser: true })` does. A test of the gateway holds the two together. */
export const ApiSuperuser = (): MethodDecorator =>
  applyDecorators(ApiAuthenticated(), ApiProblem(403, 'access-denied', 'cross-site-request'));
