import { ConfirmEmail, RegisterUser, RequestEmailChange } from '@job-scope/auth-application';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { AccessControl, clientOf, languageOf, RateLimit, unwrap } from '@job-scope/platform-nest';
import { ApiAuthenticated, ApiProblem, ApiRateLimited } from '@job-scope/platform-nest/openapi';
import { Body, Controller, HttpCode, HttpStatus, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ChangeEmailBody, ConfirmEmailBody, RegisterBody } from './account.dto';
import { ApiBodyProblems } from './api-body-problems.decorator';
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { LIMITS } from './limits';
import { STATUSES } from './problems';
import { requesterOf } from './request-context';

@ApiTags('account')
@ApiGatewayProblems()
@Controller()
export class RegistrationController {
  constructor(
    private readonly registerUser: RegisterUser,
    private readonly requestEmailChange: RequestEmailChange,
    private readonly confirmEmail: ConfirmEmail,
  ) {}

  @Post(AUTH_PATHS.register)
  @HttpCode(HttpStatus.ACCEPTED)
  @AccessControl({ open: true })
  @RateLimit(LIMITS.mailAddress, LIMITS.mailRecipient)
  @ApiOperation({
    operationId: 'register',
    summary: 'Make an account',
    description:
      'A mail goes to the address. Its link confirms it; until then nobody can log in. The answer is the same for an ' +
      'address that has an account: its owner is told by mail. To have the mail sent again, register again.',
  })
  @ApiAcceptedResponse({ description: 'A mail is on its way.' })
  @ApiProblem(403, 'cross-site-request')
  @ApiBodyProblems('users.invalid')
  @ApiRateLimited()
  async register(@Body() body: RegisterBody, @Req() request: FastifyRequest): Promise<void> {
    const { email, password, displayName } = body;
    const about = { email, password, displayName: displayName ?? null };
    const input = { ...about, language: languageOf(request), client: clientOf(request) };
    unwrap(await this.registerUser.execute(input), STATUSES);
  }

  @Post(AUTH_PATHS.email)
  @HttpCode(HttpStatus.ACCEPTED)
  @AccessControl({ authenticated: true })
  @RateLimit(LIMITS.ownPassword, LIMITS.mailRecipient)
  @ApiOperation({
    operationId: 'requestEmailChange',
    summary: 'Change my e-mail address',
    description: 'A mail goes to the new address; it takes effect once it is confirmed there.',
  })
  @ApiAcceptedResponse({ description: 'A mail is on its way.' })
  @ApiAuthenticated()
  @ApiProblem(403, 'auth.wrong-password', 'cross-site-request')
  @ApiBodyProblems('users.invalid')
  @ApiRateLimited()
  async changeEmail(@Body() { email, password }: ChangeEmailBody, @Req() request: FastifyRequest): Promise<void> {
    const input = { requester: requesterOf(request), email, password, language: languageOf(request) };
    unwrap(await this.requestEmailChange.execute(input), STATUSES);
  }

  @Post(AUTH_PATHS.emailConfirm)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ open: true })
  @RateLimit(LIMITS.loginAddress)
  @ApiOperation({
    operationId: 'confirmEmail',
    summary: 'Confirm an e-mail address',
    description: 'With the token of the mail and the password of the account: whoever opened it, and nobody else.',
  })
  @ApiNoContentResponse({ description: 'The address is confirmed.' })
  @ApiProblem(403, 'auth.wrong-password', 'cross-site-request')
  @ApiBodyProblems('auth.link-invalid')
  @ApiRateLimited()
  async confirm(@Body() { token, password }: ConfirmEmailBody, @Req() request: FastifyRequest): Promise<void> {
    const input = { token, password, language: languageOf(request), client: clientOf(request) };
    unwrap(await this.confirmEmail.execute(input), STATUSES);
  }
}
