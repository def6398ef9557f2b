import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsObject, MaxLength } from 'class-validator';

const IDENTIFIERS = {
  type: 'array',
  items: { type: 'string', pattern: '^[\\w.-]{1,64}$' },
  minItems: 1,
  maxItems: 100,
} as const;

export const MODE = {
  enum: ['full', 'incremental'],
  description:
    'Take all that the query matches, and find out what has become of those that it matched before and no longer does; ' +
    'or only what was published since the last run of the same query that read all it should.',
};

export const MAX_REQUESTS = {
  type: 'integer',
  minimum: 1,
  maximum: 10_000_000,
  nullable: true,
  description:
    'How many requests a run may send, all its workers together; then it ends `partial`. Null for what is usual.',
} as const;

/** What to ask a source for. It describes the wire; whether the source can be asked that, the use case decides. */
export class CollectionQuery {
  @ApiPropertyOptional({ minLength: 1, maxLength: 500, example: 'backend' })
  readonly text?: string;

  @ApiPropertyOptional({ ...IDENTIFIERS, description: "The source's identifiers of areas.", example: ['1', '2'] })
  readonly areas?: readonly string[];

  @ApiPropertyOptional({
    ...IDENTIFIERS,
    description: "The source's identifiers of professional roles.",
    example: ['96'],
  })
  readonly professionalRoles?: readonly string[];

  @ApiPropertyOptional({ ...IDENTIFIERS, description: "The source's identifiers of employers.", example: ['1740'] })
  readonly employers?: readonly string[];

  @ApiPropertyOptional({ description: 'Only vacancies that state a salary.' })
  readonly onlyWithSalary?: boolean;
}

export class RequestCollectionBody {
  @ApiProperty({ description: 'The aggregator to collect from.', maxLength: 64, example: 'headhunter' })
  @MaxLength(64, { message: 'must be a text of at most 64 characters' })
  source!: string;

  @ApiProperty({ type: () => CollectionQuery, description: 'What to collect; empty for everything.' })
  @IsObject({ message: 'must be an object' })
  query!: object;

  @ApiPropertyOptional({ ...MODE, default: 'full' })
  @Allow()
  readonly mode?: unknown;

  @ApiPropertyOptional(MAX_REQUESTS)
  @Allow()
  readonly maxRequests?: unknown;
}
