import { EndAllSessions, EndSession, ListSessions } from '@job-scope/auth-application';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { AccessControl, unwrap } from '@job-scope/platform-nest';
import { ApiProblem, ApiSuperuser } from '@job-scope/platform-nest/openapi';
import { Controller, Delete, Get, Header, HttpCode, HttpStatus, Param, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { STATUSES } from './problems';
import { requesterOf } from './request-context';
import { SessionList, toSessionList, UserSessionParameters } from './sessions.dto';
import { UserIdParameter } from './users.dto';

@ApiTags('users')
@ApiGatewayProblems()
@Controller()
export class UserSessionsController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly endSession: EndSession,
    private readonly endAllSessions: EndAllSessions,
  ) {}

  @Get(AUTH_PATHS.userSessions)
  @Header('cache-control', 'no-store')
  @AccessControl({ superuser: true })
  @ApiOperation({ operationId: 'listUserSessions', summary: 'On which devices is a user logged in?' })
  @ApiOkResponse({ type: SessionList })
  @ApiSuperuser()
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'users.not-found')
  async list(@Param() { userId }: UserIdParameter, @Req() request: FastifyRequest): Promise<SessionList> {
    const { sessionId } = requesterOf(request);
    return toSessionList(unwrap(await this.listSessions.execute({ userId, sessionId }), STATUSES));
  }

  @Delete(AUTH_PATHS.userSession)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ superuser: true })
  @ApiOperation({ operationId: 'endUserSession', summary: 'Log a user out on one device' })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  @ApiSuperuser()
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'sessions.not-found')
  async end(@Param() parameters: UserSessionParameters, @Req() request: FastifyRequest): Promise<void> {
    unwrap(await this.endSession.execute({ requester: requesterOf(request), ...parameters }), STATUSES);
  }

  @Delete(AUTH_PATHS.userSessions)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ superuser: true })
  @ApiOperation({ operationId: 'endAllUserSessions', summary: 'Log a user out everywhere' })
  @ApiNoContentResponse({ description: 'All sessions of the user have ended.' })
  @ApiSuperuser()
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'users.not-found')
  async endAll(@Param() { userId }: UserIdParameter, @Req() request: FastifyRequest): Promise<void> {
    unwrap(await this.endAllSessions.execute({ requester: requesterOf(request), userId }), STATUSES);
  }
}
