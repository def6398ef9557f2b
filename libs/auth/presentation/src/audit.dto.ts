import type { ListAuditEventsInput } from '@job-scope/auth-application';
import type { AuditQueryV1 } from '@job-scope/auth-contracts';
import { Type } from 'class-transformer';
import { IsISO8601, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';

export class AuditParameters implements AuditQueryV1 {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit!: number;

  @IsOptional()
  @IsISO8601({ strict: true })
  readonly beforeAt?: string;

  @IsOptional()
  @IsUUID('all')
  readonly beforeId?: string;

  @IsOptional()
  @Length(1, 64)
  readonly action?: string;

  @IsOptional()
  @Length(1, 64)
  readonly actorId?: string;

  @IsOptional()
  @Length(1, 64)
  readonly subjectId?: string;
}

export const toAuditRequest = ({ beforeAt, beforeId, ...query }: AuditParameters): ListAuditEventsInput =>
  beforeAt && beforeId ? { ...query, before: { at: new Date(beforeAt), id: beforeId } } : query;
