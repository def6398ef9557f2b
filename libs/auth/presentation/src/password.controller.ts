import { ChangePassword, RequestPasswordReset, ResetPassword } from '@job-scope/auth-application';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { AccessControl, clientOf, languageOf, RateLimit, unwrap } from '@job-scope/platform-nest';
import { ApiAuthenticated, ApiProblem, ApiRateLimited } from '@job-scope/platform-nest/openapi';
import { Body, Controller, HttpCode, HttpStatus, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ChangePasswordBody, ForgotPasswordBody, ResetPasswordBody } from './account.dto';
import { ApiBodyProblems } from './api-body-problems.decorator';
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { LIMITS } from './limits';
import { STATUSES } from './problems';
import { requesterOf } from './request-context';

@ApiTags('account')
@ApiGatewayProblems()
@Controller()
export class PasswordController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Post(AUTH_PATHS.password)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ authenticated: true })
  @RateLimit(LIMITS.ownPassword)
  @ApiOperation({
    operationId: 'changePassword',
    summary: 'Change my password',
    description: 'Ends all my sessions but this one.',
  })
  @ApiNoContentResponse({ description: 'The new password is good from now on.' })
  @ApiAuthenticated()
  @ApiProblem(403, 'auth.wrong-password', 'cross-site-request')
  @ApiBodyProblems('users.invalid')
  @ApiRateLimited()
  async change(@Body() body: ChangePasswordBody, @Req() request: FastifyRequest): Promise<void> {
    const input = { ...body, requester: requesterOf(request), language: languageOf(request) };
    unwrap(await this.changePassword.execute(input), STATUSES);
  }

  @Post(AUTH_PATHS.passwordForgot)
  @HttpCode(HttpStatus.ACCEPTED)
  @AccessControl({ open: true })
  @RateLimit(LIMITS.mailAddress, LIMITS.mailRecipient)
  @ApiOperation({
    operationId: 'requestPasswordReset',
    summary: 'Have a link sent that sets another password',
    description: 'The answer is the same whether there is an account with this address or not.',
  })
  @ApiAcceptedResponse({ description: 'If there is such an account, a mail is on its way.' })
  @ApiProblem(403, 'cross-site-request')
  @ApiBodyProblems()
  @ApiRateLimited()
  async forgot(@Body() { email }: ForgotPasswordBody, @Req() request: FastifyRequest): Promise<void> {
    const input = { email, language: languageOf(request), client: clientOf(request) };
    await this.requestPasswordReset.execute(input);
  }

  @Post(AUTH_PATHS.passwordReset)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ open: true })
  @RateLimit(LIMITS.loginAddress)
  @ApiOperation({
    operationId: 'resetPassword',
    summary: 'Set another password by the link of a mail',
    description: 'Confirms the address too, and ends all sessions. Each link is good once.',
  })
  @ApiNoContentResponse({ description: 'The new password is good from now on: log in with it.' })
  @ApiProblem(403, 'cross-site-request')
  @ApiBodyProblems('auth.link-invalid', 'users.invalid')
  @ApiRateLimited()
  async reset(@Body() { token, password }: ResetPasswordBody, @Req() request: FastifyRequest): Promise<void> {
    const input = { token, password, language: languageOf(request), client: clientOf(request) };
    unwrap(await this.resetPassword.execute(input), STATUSES);
  }
}
