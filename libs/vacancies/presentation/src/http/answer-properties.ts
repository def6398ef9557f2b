import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

const property =
  (shape: ApiPropertyOptions) =>
  (description?: string, example?: string): PropertyDecorator =>
    ApiProperty({ ...shape, description, example } as ApiPropertyOptions);

/* What many answers have. */
export const count = property({ type: 'integer', minimum: 0 });
export const countOrNull = property({ type: 'integer', minimum: 0, nullable: true });
export const moment = property({ type: 'string', format: 'date-time' });
export const momentOrNull = property({ type: 'string', format: 'date-time', nullable: true });
export const textOrNull = property({ type: 'string', nullable: true });
