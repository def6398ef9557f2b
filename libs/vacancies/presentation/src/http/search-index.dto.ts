import type { IndexDriftView, IndexOperationView, SearchIndexView } from '@job-scope/vacancies-application';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { count, countOrNull, moment, momentOrNull, textOrNull } from './answer-properties';

const ENGINES = ['postgres', 'elasticsearch'] as const;
const KINDS = ['create', 'rebuild', 'check', 'delete'] as const;
const STATES = ['absent', 'ready', 'outdated', 'newer', 'unavailable'] as const;
const STATUSES = ['requested', 'running', 'succeeded', 'failed'] as const;

export class RequestIndexOperationBody {
  @ApiProperty({
    enum: KINDS,
    description:
      '`create` makes an index that is missing; `rebuild` makes it anew while searches go on in the old one; ' +
      '`check` compares it with what is stored; `delete` leaves nothing to find until it is made again.',
  })
  @IsIn(KINDS)
  readonly kind!: (typeof KINDS)[number];

  @ApiPropertyOptional({ enum: ENGINES, description: 'The engine that searches read, unless another is named.' })
  @IsOptional()
  @IsIn(ENGINES)
  readonly engine?: (typeof ENGINES)[number];

  @ApiPropertyOptional({ default: false, description: 'Whether a check repairs what differs.' })
  @IsOptional()
  @IsBoolean()
  readonly repair: boolean = false;
}

export class IndexDrift implements IndexDriftView {
  @count('Stored, but not in the index.')
  readonly missing!: number;

  @count('In the index with an earlier revision.')
  readonly stale!: number;

  @count('In the index, but not stored.')
  readonly surplus!: number;

  @count('In the index with a later revision than is stored: only a rebuild repairs that.')
  readonly ahead!: number;

  @count('Differing because the engine refused them.')
  readonly refused!: number;

  @count('Differing because their change is on its way.')
  readonly waiting!: number;

  @count('Repaired.')
  readonly repaired!: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string', format: 'uuid' } },
    description: 'Some vacancies of each kind of difference.',
  })
  readonly samples!: Readonly<Record<string, readonly string[]>>;
}

export class IndexOperation implements IndexOperationView {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: KINDS })
  readonly kind!: (typeof KINDS)[number];

  @ApiProperty({ enum: ENGINES })
  readonly engine!: (typeof ENGINES)[number];

  @ApiProperty({ description: 'Whether it repairs what it finds.' })
  readonly repair!: boolean;

  @ApiProperty({ enum: STATUSES })
  readonly status!: (typeof STATUSES)[number];

  @textOrNull('The index that it fills.')
  readonly target!: string | null;

  @count('Vacancies that it has dealt with.')
  readonly processed!: number;

  @countOrNull('How many vacancies were stored when it began; null before.')
  readonly total!: number | null;

  @ApiProperty({ type: () => IndexDrift, nullable: true, description: 'What a check has found so far.' })
  readonly drift!: IndexDrift | null;

  @textOrNull('Why it failed; while it runs, why its last step did, which is taken again.')
  readonly failure!: string | null;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The superuser; null if a command or a worker wanted it.',
  })
  readonly requestedBy!: string | null;

  @moment()
  readonly requestedAt!: Date;

  @momentOrNull('When a worker took it up.')
  readonly startedAt!: Date | null;

  @momentOrNull('When it ended.')
  readonly finishedAt!: Date | null;
}

export class IndexLag {
  @count('Changes that are on their way to the indexes.')
  readonly pending!: number;

  @momentOrNull('When the oldest of them was stored.')
  readonly oldestAt!: Date | null;
}

export class IndexRefusal {
  @ApiProperty({ format: 'uuid' })
  readonly vacancyId!: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly revision!: number;

  @ApiProperty({ description: 'What the engine said.' })
  readonly reason!: string;

  @moment()
  readonly at!: Date;
}

export class EngineIndex {
  @ApiProperty({ enum: ENGINES })
  readonly engine!: (typeof ENGINES)[number];

  @ApiProperty({
    enum: STATES,
    description: '`outdated`: of an earlier version of the service; `newer`: of a later one.',
  })
  readonly state!: (typeof STATES)[number];

  @textOrNull()
  readonly name!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Of its shape.' })
  readonly version!: number | null;

  @countOrNull('Null while the engine is away.')
  readonly documents!: number | null;

  @count('Vacancies that the engine refused.')
  readonly refused!: number;

  @ApiProperty({ type: () => [IndexRefusal], description: 'The latest of them, 20 at most.' })
  readonly refusals!: readonly IndexRefusal[];
}

export class SearchIndex implements SearchIndexView {
  @count('How many vacancies are stored.')
  readonly stored!: number;

  @ApiProperty({ type: () => IndexLag })
  readonly lag!: IndexLag;

  @ApiProperty({
    type: () => [EngineIndex],
    description: 'The first is the one that searches read; another answers while it is away.',
  })
  readonly indexes!: readonly EngineIndex[];

  @ApiProperty({ type: () => IndexOperation, nullable: true, description: 'The one that was asked for last.' })
  readonly lastOperation!: IndexOperation | null;
}
