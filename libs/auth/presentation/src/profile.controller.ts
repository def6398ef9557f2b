import { ChangeProfile, DeleteOwnAccount, GetProfile } from '@job-scope/auth-application';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { AccessControl, RateLimit, unwrap } from '@job-scope/platform-nest';
import { ApiAuthenticated, ApiProblem, ApiRateLimited } from '@job-scope/platform-nest/openapi';
import { Body, Controller, Delete, Get, Header, HttpCode, HttpStatus, Patch, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeProfileBody, DeleteAccountBody, Profile } from './account.dto';
import { ApiBodyProblems } from './api-body-problems.decorator';
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { LIMITS } from './limits';
import { STATUSES } from './problems';
import { requesterOf } from './request-context';
import { TokenCourier } from './token-courier';

@ApiTags('account')
@ApiGatewayProblems()
@Controller(AUTH_PATHS.me)
export class ProfileController {
  constructor(
    private readonly getProfile: GetProfile,
    private readonly changeProfile: ChangeProfile,
    private readonly deleteOwnAccount: DeleteOwnAccount,
    private readonly courier: TokenCourier,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @AccessControl({ authenticated: true })
  @ApiOperation({ operationId: 'getProfile', summary: 'Who am I?' })
  @ApiOkResponse({ type: Profile })
  @ApiAuthenticated()
  @ApiProblem(401, 'authentication-required', 'auth.invalid-token', 'auth.user-gone')
  async read(@Req() request: FastifyRequest): Promise<Profile> {
    return unwrap(await this.getProfile.execute(requesterOf(request).userId), STATUSES);
  }

  @Patch()
  @AccessControl({ authenticated: true })
  @ApiOperation({ operationId: 'changeProfile', summary: 'Change what I say of myself' })
  @ApiOkResponse({ type: Profile })
  @ApiAuthenticated()
  @ApiProblem(403, 'cross-site-request')
  @ApiBodyProblems('users.invalid')
  async change(@Body() { displayName }: ChangeProfileBody, @Req() request: FastifyRequest): Promise<Profile> {
    return unwrap(await this.changeProfile.execute({ requester: requesterOf(request), displayName }), STATUSES);
  }

  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ authenticated: true })
  @RateLimit(LIMITS.ownPassword)
  @ApiOperation({ operationId: 'deleteAccount', summary: 'Delete my account, with all that is kept of me' })
  @ApiNoContentResponse({ description: 'The account and its sessions are gone.' })
  @ApiAuthenticated()
  @ApiProblem(403, 'auth.wrong-password', 'cross-site-request')
  @ApiProblem(409, 'users.last-superuser')
  @ApiBodyProblems()
  @ApiRateLimited()
  async remove(
    @Body() { password }: DeleteAccountBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    unwrap(await this.deleteOwnAccount.execute({ requester: requesterOf(request), password }), STATUSES);
    this.courier.takeBack(reply);
  }
}
