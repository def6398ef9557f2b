import type { Logform } from 'winston';
import { currentTraceId } from '../tracing';
import { redact, redactText } from './redact';

/** Where winston looks for the level of a record; its package triple-beam has no other name for it. */
const LEVEL = Symbol.for('level');

/** Turns a winston record into ECS fields (Elastic Common Schema 8), secrets redacted. */
export const toEcs =
  (service: string) =>
  ({ level, message, error, context, stack, ...fields }: Logform.TransformableInfo): Logform.TransformableInfo =>
    ({
      [LEVEL]: level,
      '@timestamp': new Date().toISOString(),
      'log.level': level,
      message: redactText(String(message)),
      'service.name': service,
      'trace.id': currentTraceId() ?? undefined,
      ...errorFields(error),
      ...nestFields(context, stack),
      ...(redact(fields) as object),
    }) as unknown as Logform.TransformableInfo;

function errorFields(error: unknown): object {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { 'error.message': redactText(String(error)) };
  return {
    'error.type': error.name,
    'error.message': redactText(error.message),
    'error.code': 'code' in error ? error.code : undefined,
    'error.stack_trace': redactText(stackOf(error)),
  };
}

/** Nest's loggers have names, and give a stack in place of the error. */
const nestFields = (context: unknown, stack: unknown) => ({
  ...(context === undefined ? {} : { 'log.logger': context }),
  ...(Array.isArray(stack) && stack[0] ? { 'error.stack_trace': redactText(String(stack[0])) } : {}),
});

const stackOf = (error: Error): string => {
  const own = error.stack ?? String(error);
  return error.cause instanceof Error ? `${own}\ncaused by: ${stackOf(error.cause)}` : own;
};
