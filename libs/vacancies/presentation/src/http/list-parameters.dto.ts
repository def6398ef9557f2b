import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { QueryInteger } from './query-parameters';

const MAX_LIMIT = 100;

/** Which page of a list. */
export class ListParameters {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, description: 'The size of the page.' })
  @IsOptional()
  @QueryInteger(1, MAX_LIMIT)
  limit: number = 20;

  @ApiPropertyOptional({
    maxLength: 1000,
    description: '`nextCursor` of the previous page, with otherwise equal parameters.',
  })
  @IsOptional()
  @IsString({ message: 'must be one text' })
  @MaxLength(1000, { message: 'must be at most 1000 characters long' })
  cursor?: string;
}
