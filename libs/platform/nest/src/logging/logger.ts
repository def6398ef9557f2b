import { createLogger as createWinston, format, transports, type Logger as WinstonLogger } from 'winston';
import { toEcs } from './ecs-fields';
import { standardOutput } from './line-batches';

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** ECS field names, for example `event.action`; `error` takes the thrown value itself. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What code outside the framework needs of a logger. */
export interface Logger {
  error(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
}

export interface LoggerOptions {
  readonly service: string;
  readonly level: LogLevel;
  /** Where the lines go; standard output by default, the lines of a turn of the event loop at once. */
  readonly stream?: NodeJS.WritableStream;
}

/** Writes one JSON object a line with ECS names, the current trace id, and secrets redacted. */
export function createLogger({ service, level, stream = standardOutput }: LoggerOptions): WinstonLogger {
  return createWinston({
    level,
    format: format.combine(format(toEcs(service))(), format.json({ deterministic: false })),
    transports: [new transports.Stream({ stream })],
  });
}

/** For tests, and where nothing shall be said. */
export const silentLogger: Logger = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
