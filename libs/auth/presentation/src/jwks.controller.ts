import { GetPublishedKeys } from '@job-scope/auth-application';
import { AUTH_PATHS } from '@job-scope/auth-contracts';
import { AccessControl } from '@job-scope/platform-nest';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiGatewayProblems } from './api-gateway-problems.decorator';
import { JwkSet } from './jwks.dto';

@ApiTags('auth')
@ApiGatewayProblems()
@Controller()
export class JwksController {
  constructor(private readonly getPublishedKeys: GetPublishedKeys) {}

  @Get(AUTH_PATHS.jwks)
  @AccessControl({ open: true })
  @ApiOperation({ operationId: 'getJwks', summary: 'The public keys that access tokens are verified with' })
  @ApiOkResponse({ type: JwkSet, headers: { 'Cache-Control': { schema: { type: 'string' } } } })
  async keys(@Res({ passthrough: true }) reply: FastifyReply): Promise<JwkSet> {
    const { keys, maxAgeSeconds } = await this.getPublishedKeys.execute();
    void reply.header('cache-control', `public, max-age=${maxAgeSeconds}`);
    return { keys };
  }
}
