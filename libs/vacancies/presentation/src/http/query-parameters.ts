import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { isISO8601, IsBoolean, IsDate, IsInt, isRFC3339, Matches, Max, Min } from 'class-validator';

/** Turns the text of a query parameter into a value if it fits exactly; else leaves it to the validator to refuse. */
const parsed = (parse: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (parse(value) ?? value) : value));

export const QueryBoolean = (): PropertyDecorator =>
  applyDecorators(
    parsed((text) => ({ true: true, false: false })[text]),
    IsBoolean({ message: 'must be true or false' }),
  );

export const QueryInteger = (min: number, max: number): PropertyDecorator => {
  const message = `must be a whole number from ${min} to ${max}`;
  return applyDecorators(
    parsed((text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined)),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
};

/** With a time zone, so that it means the same moment everywhere. */
export const QueryDateTime = (): PropertyDecorator =>
  applyDecorators(
    parsed((text) => (isRFC3339(text) && isISO8601(text, { strict: true }) ? new Date(text) : undefined)),
    IsDate({ message: 'must be a date and time with a zone (RFC 3339), e.g. 2026-01-31T00:00:00Z' }),
  );

/** An identifier as sources give them. */
export const QueryIdentifier = (): PropertyDecorator =>
  Matches(/^[\w.-]{1,64}$/, { message: 'must be an identifier of 1 to 64 letters, digits, - _ .' });
