import type { SessionView } from '@job-scope/auth-application';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

export class SessionDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Of the device.', example: 'Firefox on Windows' })
  readonly name!: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Where it was opened from.', example: '203.0.113.7' })
  readonly ip!: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  readonly userAgent!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: Date;

  @ApiProperty({ format: 'date-time', description: 'When it was opened or last refreshed.' })
  readonly lastSeenAt!: Date;

  @ApiProperty({ format: 'date-time', description: 'When it ends unless it is refreshed before.' })
  readonly expiresAt!: Date;

  @ApiProperty({ description: 'It is the one that asks.' })
  readonly current!: boolean;
}

export class SessionList {
  @ApiProperty({ type: () => [SessionDto], description: 'The last seen first.' })
  readonly items!: readonly SessionDto[];
}

export const toSessionList = (sessions: readonly SessionView[]): SessionList => ({ items: sessions });

export class SessionIdParameter {
  @ApiProperty({ format: 'uuid', description: 'The `id` of the session.' })
  @IsUUID('all', { message: 'must be a UUID' })
  readonly sessionId!: string;
}

export class UserSessionParameters extends SessionIdParameter {
  @ApiProperty({ format: 'uuid', description: 'The `id` of the user.' })
  @IsUUID('all', { message: 'must be a UUID' })
  readonly userId!: string;
}
