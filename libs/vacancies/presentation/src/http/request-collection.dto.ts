import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsObject, MaxLength } from 'class-validator';
import { CollectionQuery } from './collection-query.dto';

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
