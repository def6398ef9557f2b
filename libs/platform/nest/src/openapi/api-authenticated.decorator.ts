import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth } from '@nestjs/swagger';
import { ApiProblem } from './api-problem.decorator';

/** Documents what `@AccessControl({ authenticated: true })` does. A test of the gateway holds the two together. */
export const ApiAuthenticated = (): MethodDecorator =>
  applyDecorators(
    ApiBearerAuth('bearer'),
    ApiCookieAuth('cookie'),
    ApiProblem(401, 'authentication-required', 'auth.invalid-token'),
    ApiProblem(503, 'unavailable', 'auth.unavailable'),
  );
