import { GetProfile, LogIn, LogOut, RefreshSession, type RequestClient } from '@job-scope/auth-application';
import { AccessControl, CurrentPrincipal, ProblemException, unwrap, type Principal } from '@job-scope/platform-nest';
import { ApiProblem } from '@job-scope/platform-nest/openapi';
import { Body, Controller, Get, Header, HttpCode, HttpStatus, Post, Req, Res } from '@nestjs/common';
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
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { CookieSession, LogInBody, Profile, RefreshBody, TokenPair } from './auth.dto';
import { STATUSES } from './problems';
import { TokenCourier } from './token-courier';

const TOKENS = {
  description: 'The tokens: in the body with the `header` transport, else in cookies.',
  schema: { anyOf: [{ $ref: getSchemaPath(TokenPair) }, { $ref: getSchemaPath(CookieSession) }] },
  headers: { 'Set-Cookie': { description: 'With the `cookie` transport only.', schema: { type: 'string' } } },
} as const;

@ApiTags('auth')
@ApiProblem(500, 'internal-error')
@ApiGatewayProblems()
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly logIn: LogIn,
    private readonly refreshSession: RefreshSession,
    private readonly logOut: LogOut,
    private readonly getProfile: GetProfile,
    private readonly courier: TokenCourier,
  ) {}

  @Post('login')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @AccessControl({ open: true })
  @ApiOperation({ operationId: 'logIn', summary: 'Open a session on this device' })
  @ApiExtraModels(TokenPair, CookieSession)
  @ApiOkResponse(TOKENS)
  @ApiProblem(400, 'validation-failed', 'bad-request')
  @ApiProblem(401, 'auth.invalid-credentials')
  @ApiProblem(403, 'cross-site-request')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
  async login(
    @Body() { email, password, transport: wish }: LogInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TokenPair | CookieSession> {
    const transport = this.courier.choose(wish);
    const result = await this.logIn.execute({ email, password, client: clientOf(request) });
    return this.courier.hand(unwrap(result, STATUSES), transport, reply);
  }

  @Post('refresh')
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
  @ApiProblem(400, 'validation-failed', 'bad-request')
  @ApiProblem(401, 'auth.invalid-refresh-token')
  @ApiProblem(403, 'cross-site-request')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
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

  @Post('logout')
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
  @ApiProblem(400, 'validation-failed', 'bad-request')
  @ApiProblem(401, 'auth.no-session')
  @ApiProblem(403, 'cross-site-request')
  @ApiProblem(413, 'body-too-large')
  @ApiProblem(415, 'unsupported-media-type')
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

  @Get('me')
  @Header('cache-control', 'no-store')
  @AccessControl({ authenticated: true })
  @ApiOperation({ operationId: 'getProfile', summary: 'Who am I?' })
  @ApiBearerAuth('bearer')
  @ApiCookieAuth('cookie')
  @ApiOkResponse({ type: Profile })
  @ApiProblem(401, 'authentication-required', 'auth.invalid-token', 'auth.user-gone')
  @ApiProblem(503, 'auth.unavailable')
  async me(@CurrentPrincipal() principal: Principal): Promise<Profile> {
    if (principal.kind === 'anonymous') throw new ProblemException(401, 'authentication-required');
    return unwrap(await this.getProfile.execute(principal.id), STATUSES);
  }
}

/** Long made-up user agents are cut: they are for people to recognise a device by. */
const clientOf = ({ ip, headers }: FastifyRequest): RequestClient => ({
  ip,
  userAgent: headers['user-agent']?.slice(0, 512) ?? null,
});
