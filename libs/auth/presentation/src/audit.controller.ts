import { ListAuditEvents } from '@job-scope/auth-application';
import { AUTH_AUDIT_PATH, type AuditEventV1 } from '@job-scope/auth-contracts';
import { AccessControl } from '@job-scope/platform-nest';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AuditParameters, toAuditRequest } from './audit.dto';

/** For the gateway, which serves the trails of all contexts as one; it asks in the name of a superuser. */
@ApiExcludeController()
@Controller()
export class AuditController {
  constructor(private readonly listAuditEvents: ListAuditEvents) {}

  @Get(AUTH_AUDIT_PATH)
  @Header('cache-control', 'no-store')
  @AccessControl({ superuser: true })
  async list(@Query() query: AuditParameters): Promise<{ items: readonly AuditEventV1[] }> {
    const events = await this.listAuditEvents.execute(toAuditRequest(query));
    return { items: events.map((event) => ({ ...event, at: event.at.toISOString() })) };
  }
}
