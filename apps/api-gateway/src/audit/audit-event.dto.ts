import { ApiNextCursor, ListParameters, QueryIdentifier } from '@job-scope/platform-nest/openapi';
import { ApiProperty } from '@nestjs/swagger';
import { cursorAfter } from './audit-position';
import type { MergedAuditPage } from './merged-audit-trail';

const USER_ID = '0198c5a2-7b1c-7def-8a34-3f1c9d2e4b5a';

export class AuditEventParameters extends ListParameters {
  @QueryIdentifier('Only what was done so.', 'user.changed')
  action?: string;

  @QueryIdentifier('Only what this user did.', USER_ID)
  actorId?: string;

  @QueryIdentifier('Only what was done to this user, vacancy, schedule or the like; a source is its name.', USER_ID)
  subjectId?: string;
}

export class AuditActor {
  @ApiProperty({ description: '`user`, or who else did it: `anonymous`, `operator`, `service`.', example: 'user' })
  readonly kind!: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Of a user; others have none.', example: USER_ID })
  readonly id!: string | null;
}

export class AuditSubject {
  @ApiProperty({
    description: 'Such as `user`, `session`, `collection-run`, `schedule`, `source`, `vacancy`.',
    example: 'user',
  })
  readonly kind!: string;

  @ApiProperty({ example: '0198c5a2-9e40-7a51-b2c6-5d0f8e7a1c33' })
  readonly id!: string;
}

export class AuditEvent {
  @ApiProperty({ format: 'uuid', example: '0198c5a3-11f0-7c2e-9d3b-6a4e8f10b27d' })
  readonly id!: string;

  @ApiProperty({ type: 'string', format: 'date-time', example: '2026-05-01T12:00:00.000Z' })
  readonly at!: Date;

  @ApiProperty({ enum: ['auth', 'vacancies'], description: 'The part of the system in which it happened.' })
  readonly context!: 'auth' | 'vacancies';

  @ApiProperty({ description: 'What was done. More can come.', example: 'user.changed' })
  readonly action!: string;

  @ApiProperty({ type: () => AuditActor, description: 'Who did it.' })
  readonly actor!: AuditActor;

  @ApiProperty({
    type: () => AuditSubject,
    nullable: true,
    description:
      'To whom or what it was done; null if to nothing that is known, as in a login under an unknown address.',
  })
  readonly subject!: AuditSubject | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'From which address; null if it was done on the server.',
    example: '203.0.113.9',
  })
  readonly ip!: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' })
  readonly userAgent!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Finds the request in the logs.',
    example: '4bf92f3577b34da6a3ce929d0e0e4736',
  })
  readonly traceId!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What else there is to say of an event of this action.',
    example: { superuser: 'true' },
  })
  readonly details!: Readonly<Record<string, string>>;
}

export class AuditEventPage {
  @ApiProperty({ type: () => [AuditEvent] })
  readonly items!: readonly AuditEvent[];

  @ApiNextCursor()
  readonly nextCursor?: string;
}

export const toAuditEventPage = ({ items, next }: MergedAuditPage): AuditEventPage => ({
  items,
  nextCursor: next && cursorAfter(next),
});
