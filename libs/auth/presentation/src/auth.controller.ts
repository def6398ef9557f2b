import { LogIn, LogOut, RefreshSession } from '@job-scope/auth-application';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import {
  AccessControl,
  clientOf,
  CurrentPrincipal,
  type Principal,
  ProblemException,
  RateLimit,
  unwrap,
} from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited } from '@job-scope/platform-nest/openapi';
import { Body, Controller, Header, HttpCode, HttpStatus, Post, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCookieAuth,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiBodyProblems } from './api-body-problems.decorator';
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { CookieSession, LogInBody, RefreshBody, TokenPair } from './auth.dto';
import { LIMITS } from './limits';
import { STATUSES } from './problems';
import { deviceNameOf } from './request-context';
import { TokenCourier } from './token-courier';

const TOKENS = {
  description: 'The tokens: in the body with the `header` transport, else in cookies.',
  schema: { anyOf: [{ $ref: getSchemaPath(TokenPair) }, { $ref: getSchemaPath(CookieSession) }] },
  headers: { 'Set-Cookie': { description: 'With the `cookie` transport only.', schema: { type: 'string' } } },
} as const;

@ApiTags('auth')
@ApiGatewayProblems()
@Controller()
export class AuthController {
  constructor(
    private readonly logIn: LogIn,
    private readonly refreshSession: RefreshSession,
    private readonly logOut: LogOut,
    private readonly courier: TokenCourier,
  ) {}

  @Post(AUTH_PATHS.login)
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @AccessControl({ open: true })
  @RateLimit(LIMITS.login, LIMITS.loginAddress, LIMITS.loginAccount)
  @ApiRateLimited()
  @ApiOperation({ operationId: 'logIn', summary: 'Open a session on this device' })
  @ApiExtraModels(TokenPair, CookieSession)
  @ApiOkResponse(TOKENS)
  @ApiProblem(401, 'auth.invalid-credentials')
  @ApiProblem(403, 'cross-site-request')
  @ApiBodyProblems()
  async login(
    @Body() { email, password, transport: wish, deviceName }: LogInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenPair | CookieSession> {
    const transport = this.courier.choose(wish);
    const device = { deviceName: deviceName ?? deviceNameOf(request), client: clientOf(request) };
    const result = await this.logIn.execute({ email, password, ...device });
    return this.courier.hand(unwrap(result, STATUSES), transport, reply);
  }

  @Post(AUTH_PATHS.refresh)
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @AccessControl({ open: true })
  @ApiOperation({
    operationId: 'refreshSession',
    summary: 'Trade the refresh token for the next pair',
    description:
      'Each refresh token is good for one refresh. Its immediate predecessor is forgiven while the new one is unused; ' +
      'any older one is taken for a copy, and ends the session.',
  })
  @ApiBody({ type: RefreshBody, required: false })
  @ApiExtraModels(TokenPair, CookieSession)
  @ApiOkResponse(TOKENS)
  @ApiProblem(401, 'auth.invalid-refresh-token')
  @ApiProblem(403, 'cross-site-request')
  @ApiBodyProblems()
  async refresh(
    @Body() body: RefreshBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenPair | CookieSession> {
    const presented = this.courier.receive(request, body.refreshToken);
    if (!presented) {
      throw new ProblemException(401, 'auth.invalid-refresh-token', { detail: 'There is no refresh token.' });
    }
    const { refreshToken, transport } = presented;
    const result = await this.refreshSession.execute({ refreshToken, client: clientOf(request) });
    if (!result.ok && transport === 'cookie') this.courier.takeBack(reply);
    return this.courier.hand(unwrap(result, STATUSES), transport, reply);
  }

  @Post(AUTH_PATHS.logout)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ open: true })
  @ApiOperation({
    operationId: 'logOut',
    summary: 'End this session',
    description: 'Named by the access token, or by the refresh token if that one has expired. Others go on.',
  })
  @ApiBearerAuth('bearer')
  @ApiCookieAuth('cookie')
  @ApiBody({ type: RefreshBody, required: false })
  @ApiNoContentResponse({ description: 'The session has ended.' })
  @ApiProblem(401, 'auth.no-session')
  @ApiProblem(403, 'cross-site-request')
  @ApiBodyProblems()
  async logout(
    @Body() body: RefreshBody,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.courier.takeBack(reply);
    const result = await this.logOut.execute({
      sessionId: principal.kind === 'user' ? principal.sessionId : undefined,
      refreshToken: this.courier.receive(request, body.refreshToken)?.refreshToken,
      client: clientOf(request),
    });
    unwrap(result, STATUSES);
  }
}
