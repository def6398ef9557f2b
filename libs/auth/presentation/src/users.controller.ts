import { ChangeUser, CreateUser, DeleteUser, GetUser, ListUsers } from '@job-scope/auth-application';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import {
  AccessControl,
  expectedRevision,
  languageOf,
  readCursor,
  unwrap,
  withETag,
  withNextCursor,
} from '@job-scope/platform-nest';
import { ApiIfMatch, ApiProblem, ApiSuperuser, ETAG_HEADER } from '@job-scope/platform-nest/openapi';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiBodyProblems } from './api-body-problems.decorator';
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { STATUSES } from './problems';
import { requesterOf } from './request-context';
import { ChangeUserBody, CreateUserBody, ListUsersParameters, UserDto, UserIdParameter, UserPage } from './users.dto';

const CHANGED_MEANWHILE = 'users.changed-meanwhile';

@ApiTags('users')
@ApiGatewayProblems()
@Controller()
export class UsersController {
  constructor(
    private readonly listUsers: ListUsers,
    private readonly getUser: GetUser,
    private readonly createUser: CreateUser,
    private readonly changeUser: ChangeUser,
    private readonly deleteUser: DeleteUser,
  ) {}

  @Get(AUTH_PATHS.users)
  @Header('cache-control', 'no-store')
  @AccessControl({ superuser: true })
  @ApiOperation({ operationId: 'listUsers', summary: 'List users, the newest first' })
  @ApiOkResponse({ type: UserPage })
  @ApiSuperuser()
  @ApiProblem(400, 'validation-failed', 'users.cursor-expired')
  @ApiProblem(431, 'headers-too-large')
  async list(@Query() { cursor, ...query }: ListUsersParameters): Promise<UserPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor, 'users.cursor-expired');
    return withNextCursor(unwrap(await this.listUsers.execute({ ...query, from }), STATUSES));
  }

  @Post(AUTH_PATHS.users)
  @AccessControl({ superuser: true })
  @ApiOperation({
    operationId: 'createUser',
    summary: 'Make an account for somebody',
    description: 'They get a mail with a link to set a password.',
  })
  @ApiCreatedResponse({
    type: UserDto,
    headers: { Location: { schema: { type: 'string', format: 'uri-reference' } }, ...ETAG_HEADER },
  })
  @ApiSuperuser()
  @ApiProblem(409, 'users.email-taken')
  @ApiBodyProblems('users.invalid')
  async create(
    @Body() { email, displayName, superuser = false }: CreateUserBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserDto> {
    const about = { email, displayName: displayName ?? null, superuser };
    const input = { requester: requesterOf(request), ...about, language: languageOf(request) };
    const user = unwrap(await this.createUser.execute(input), STATUSES);
    void reply.header('location', AUTH_PATHS.user.replace(':userId', user.id));
    return withETag(reply, user);
  }

  @Get(AUTH_PATHS.user)
  @Header('cache-control', 'no-store')
  @AccessControl({ superuser: true })
  @ApiOperation({ operationId: 'getUser', summary: 'Read one user' })
  @ApiOkResponse({ type: UserDto, headers: ETAG_HEADER })
  @ApiSuperuser()
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'users.not-found')
  async read(@Param() { userId }: UserIdParameter, @Res({ passthrough: true }) reply: FastifyReply): Promise<UserDto> {
    return withETag(reply, unwrap(await this.getUser.execute(userId), STATUSES));
  }

  @Patch(AUTH_PATHS.user)
  @AccessControl({ superuser: true })
  @ApiOperation({ operationId: 'changeUser', summary: 'Change what a user may do' })
  @ApiOkResponse({ type: UserDto, headers: ETAG_HEADER })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiSuperuser()
  @ApiProblem(404, 'users.not-found')
  @ApiProblem(409, 'users.last-superuser')
  @ApiBodyProblems('users.invalid')
  async change(
    @Param() { userId }: UserIdParameter,
    @Body() change: ChangeUserBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserDto> {
    const revision = expectedRevision(ifMatch, CHANGED_MEANWHILE);
    const wish = { requester: requesterOf(request), userId, change, expectedRevision: revision };
    return withETag(reply, unwrap(await this.changeUser.execute(wish), STATUSES));
  }

  @Delete(AUTH_PATHS.user)
  @HttpCode(HttpStatus.NO_CONTENT)
  @AccessControl({ superuser: true })
  @ApiOperation({ operationId: 'deleteUser', summary: 'Delete a user, with all that is kept of them' })
  @ApiNoContentResponse({ description: 'The user and their sessions are gone.' })
  @ApiIfMatch(CHANGED_MEANWHILE)
  @ApiSuperuser()
  @ApiProblem(400, 'validation-failed')
  @ApiProblem(404, 'users.not-found')
  @ApiProblem(409, 'users.last-superuser')
  async remove(
    @Param() { userId }: UserIdParameter,
    @Headers('if-match') ifMatch: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const revision = expectedRevision(ifMatch, CHANGED_MEANWHILE);
    const wish = { requester: requesterOf(request), userId, expectedRevision: revision };
    unwrap(await this.deleteUser.execute(wish), STATUSES);
  }
}
