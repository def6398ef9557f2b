import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
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
  @IsString({ message: 'must be one text' })
  @MaxLength(1000, { message: 'must be at most 1000 characters long' })
  cursor?: string;
}
