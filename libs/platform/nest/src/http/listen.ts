import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartupError } from '../runtime/startup-error';

export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The environment variable that sets the port: named if the port is taken. */
  readonly variable: string;
}

/** Starts to accept connections; returns the URL. Throws a readable `StartupError` if the port cannot be had. */
export async function listen(app: NestFastifyApplication, { host, port, variable }: ListenOptions): Promise<string> {
  try {
    return await app.getHttpAdapter().getInstance().listen({ host, port });
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (!reason) throw error;
    throw new StartupError(`${host}:${port} ${reason} Set ${variable} to another port.`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is already in use by another program.',
  EACCES: 'needs rights that this user does not have.',
  EADDRNOTAVAIL: 'is not an address of this machine.',
};
