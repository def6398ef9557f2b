import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import { QueryInteger } from './query-parameters';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** Which page of a list. */
export class ListParameters {
  @QueryInteger('The size of the page.', 1, MAX_LIMIT, DEFAULT_LIMIT)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    maxLength: 1000,
    description: '`nextCursor` of the previous page, with otherwise equal parameters.',
  })
  @IsOptional()
  @MaxLength(1000, { message: 'must be one text of at most 1000 characters' })
  cursor?: string;
}
