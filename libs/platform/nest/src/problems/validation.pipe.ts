import type { FieldFault } from '@job-scope/kernel';
import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { ProblemException } from './problem-exception';

/**
 * Validates bodies, queries and parameters by the class-validator decorators of their DTO, and refuses unknown fields.
 * The answer names each field by JSON pointer and never repeats the value.
 */
export const createValidationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) =>
      new ProblemException(400, 'validation-failed', {
        detail: 'The input does not have the form that is asked for.',
        errors: toFaults(errors),
      }),
  });

/** Ours for what class-validator says of fields that no DTO has: they are not known, whether or not they exist. */
const WORDS: Readonly<Record<string, string>> = { whitelistValidation: 'is not known here' };

const toFaults = (errors: readonly ValidationError[], parent = ''): FieldFault[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const faults = Object.entries(constraints).map(([rule, message]) => ({ pointer, message: WORDS[rule] ?? message }));
    return [...faults, ...toFaults(children, pointer)];
  });
