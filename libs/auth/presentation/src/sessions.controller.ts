import { EndAllSessions, EndSession, ListSessions } from '@job-scope/auth-application';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { AccessControl, unwrap } from '@job-scope/platform-nest';
import { ApiAuthenticated, ApiProblem } from '@job-scope/platform-nest/openapi';
import { Controller, Delete, Get, Header, HttpCode, HttpStatus, Param, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { STATUSES } from './problems';
import { requesterOf } from './request-context';
import { SessionIdParameter, SessionList, toSessionList } from './sessions.dto';
import { TokenCourier } from './token-courier';

@ApiTags('account')
@ApiGatewayProblems()
@Controller()
export class SessionsController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly endSession: EndSession,
    private readonly endAllSessions: EndAllSessions,
    private readonly courier: TokenCourier,
  ) {}

  @Get(AUTH_PATHS.sessions)
  @Header('cache-control', 'no-store')
  @AccessControl({ authenticated: true })
  @ApiOperation({ operationId: 'listSessions', summary: 'On which devices am I logged in?' })
  @ApiOkResponse({ type: SessionList })
  @ApiAuthenticated()
  @ApiProblem(404, 'users.not-found')
  async list(@Req() request: FastifyRequest): Promise<SessionList> {
    const { userId, sessionId } = requesterOf(request);
    return toSessionList(unwrap(await this.listSessions.execute({ userId, sessionId }), STATUSES));
  }

  @Delete(AUTH_PATHS.session)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ authenticated: true })
  @ApiOperation({ operationId: 'endSession', summary: 'Log out on one device' })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  @ApiAuthenticated()
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(403, 'cross-site-request')
  @ApiProblem(404, 'sessions.not-found')
  async end(@Param() { sessionId }: SessionIdParameter, @Req() request: FastifyRequest): Promise<void> {
    const requester = requesterOf(request);
    unwrap(await this.endSession.execute({ requester, userId: requester.userId, sessionId }), STATUSES);
  }

  @Delete(AUTH_PATHS.sessions)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ authenticated: true })
  @ApiOperation({ operationId: 'endAllSessions', summary: 'Log out everywhere, here included' })
  @ApiNoContentResponse({ description: 'All sessions have ended.' })
  @ApiAuthenticated()
  @ApiProblem(403, 'cross-site-request')
  @ApiProblem(404, 'users.not-found')
  async endAll(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const requester = requesterOf(request);
    unwrap(await this.endAllSessions.execute({ requester, userId: requester.userId }), STATUSES);
    this.courier.takeBack(reply);
  }
}
