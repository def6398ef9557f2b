import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  isISO8601,
  IsBoolean,
  IsDate,
  IsIn,
  isRFC3339,
  Matches,
  ValidateBy,
  ValidateIf,
} from 'class-validator';

/* Each decorator documents an optional query parameter and refuses what does not fit its documentation. */

/** Turns the text of a query parameter into a value if it fits exactly; else leaves it to the validator to refuse. */
const parsed = (parse: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (parse(value) ?? value) : value));

/** In a body, `null` is something that was given; `@IsOptional()` would let it pass as if it was not. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

const FLAGS = new Map([
  ['true', true],
  ['false', false],
]);

/** A flag; false unless given, or `any` when both shall do. */
export const QueryBoolean = (description: string, byDefault: false | 'any' = false): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'boolean', description, ...(byDefault === false && { default: false }) }),
    IfGiven(),
    parsed((text) => FLAGS.get(text)),
    IsBoolean({ message: 'must be true or false' }),
  );

/** Of bodies, numbers come as such: the bounds hold for them as they do for texts. */
const IsWithin = (min: number, max: number, kind: 'number' | 'whole number'): PropertyDecorator => {
  const isOfKind = kind === 'number' ? Number.isFinite : Number.isInteger;
  return ValidateBy(
    { name: 'isWithin', validator: { validate: (value) => isOfKind(value) && min <= value && value <= max } },
    { message: `must be a ${kind} from ${min} to ${max}` },
  );
};

export const QueryInteger = (description: string, min: number, max: number, byDefault: number): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: min, maximum: max, default: byDefault, description }),
    IfGiven(),
    parsed((text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined)),
    IsWithin(min, max, 'whole number'),
  );

/** A decimal number, such as an amount or degrees. */
export const QueryNumber = (description: string, min: number, max: number, example: number): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'number', minimum: min, maximum: max, description, example }),
    IfGiven(),
    parsed((text) => (/^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined)),
    IsWithin(min, max, 'number'),
  );

/** A moment, with a time zone, so that it is the same everywhere. */
export const QueryDateTime = (description: string, example: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date-time', description, example }),
    IfGiven(),
    parsed((text) => (isRFC3339(text) && isISO8601(text, { strict: true }) ? new Date(text) : undefined)),
    IsDate({ message: 'must be a date and time with a zone (RFC 3339), e.g. 2026-01-31T00:00:00Z' }),
  );

/** One of a few words. */
export const QueryChoice = (description: string, choices: readonly string[]): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ enum: [...choices], description }),
    IfGiven(),
    IsIn(choices, { message: `must be one of ${choices.join(', ')}` }),
  );

const IDENTIFIER = '^[\\w.-]{1,64}$';

/** An identifier as sources give them, documented as such. */
export const QueryIdentifier = (description: string, example: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description, example, pattern: IDENTIFIER }),
    IfGiven(),
    Matches(new RegExp(IDENTIFIER), { message: 'must be an identifier of 1 to 64 letters, digits, - _ .' }),
  );

/** So many alternatives a reader can give of each parameter that may be repeated. */
const MAX_ALTERNATIVES = 50;

const Repeatable = (documentation: { description: string; example: string; items: object }): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      maxItems: MAX_ALTERNATIVES,
      ...documentation,
      example: [documentation.example],
    }),
    IfGiven(),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)),
    ArrayMaxSize(MAX_ALTERNATIVES, { message: `must be given no more than ${MAX_ALTERNATIVES} times` }),
  );

const MAX_TEXT = 200;

/** Names, or identifiers of sources that have nothing but names; the parameter may be repeated. */
export const QueryTexts = (description: string, example: string): PropertyDecorator =>
  applyDecorators(
    Repeatable({ description, example, items: { type: 'string', minLength: 1, maxLength: MAX_TEXT } }),
    Matches(new RegExp(`^\\P{Cc}{1,${MAX_TEXT}}$`, 'u'), {
      each: true,
      message: `must be texts of 1 to ${MAX_TEXT} characters, none of which controls anything`,
    }),
  );

/** Any of a few words; the parameter may be repeated. */
export const QueryChoices = (description: string, choices: readonly string[]): PropertyDecorator =>
  applyDecorators(
    Repeatable({ description, example: choices[0] ?? '', items: { type: 'string', enum: [...choices] } }),
    IsIn(choices, { each: true, message: `must be among ${choices.join(', ')}` }),
  );
