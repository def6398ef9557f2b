import { ApiPropertyOptional } from '@nestjs/swagger';

/** Documents where the next page of a list begins; see `withNextCursor`. */
export const ApiNextCursor = (): PropertyDecorator =>
  ApiPropertyOptional({ description: '`cursor` of the next page; absent on the last one.' });
