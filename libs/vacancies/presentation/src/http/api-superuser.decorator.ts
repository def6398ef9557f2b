import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth } from '@nestjs/swagger';
import { ApiProblem } from './api-problem.decorator';

/** Documents what `@AccessControl({ superuser: true })` does. A test holds the two together. */
export const ApiSuperuser = (): MethodDecorator =>
  applyDecorators(ApiBearerAuth('bearer'), ApiCookieAuth('cookie'), ApiProblem(403, 'access-denied'));
