import { AccessControl } from '@job-scope/platform-nest';
import { ApiProblem, ApiRateLimited, ApiServerErrors, ApiSuperuser } from '@job-scope/platform-nest/openapi';
import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AuditEventPage, AuditEventParameters, toAuditEventPage } from './audit-event.dto';
import { positionIn } from './audit-position';
import { MergedAuditTrail } from './merged-audit-trail';

@ApiTags('audit')
@ApiRateLimited()
@ApiServerErrors()
@Controller('api/v1/audit-events')
export class AuditEventsController {
  constructor(private readonly trail: MergedAuditTrail) {}

  @Get()
  @Header('cache-control', 'no-store')
  @AccessControl({ superuser: true })
  @ApiOperation({
    operationId: 'listAuditEvents',
    summary: 'List administrative and security events, the newest first',
    description: 'From all parts of the system, as one list. While one of them cannot be read, there is none.',
  })
  @ApiOkResponse({ type: AuditEventPage })
  @ApiSuperuser()
  @ApiProblem(400, 'validation-failed', 'cursor-invalid', 'cursor-expired')
  @ApiProblem(431, 'headers-too-large')
  @ApiProblem(502, 'auth.bad-gateway')
  async list(
    @Query() { cursor, ...query }: AuditEventParameters,
    @Req() sender: FastifyRequest,
  ): Promise<AuditEventPage> {
    const before = cursor === undefined ? undefined : positionIn(cursor);
    return toAuditEventPage(await this.trail.page({ ...query, before }, sender));
  }
}
