import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';

/** A real server that tests may use. */
export interface TestServer {
  readonly url: string;
  /** Ends it if we started it, and waits until it is gone. */
  stop(): Promise<void>;
}

/** How to get a server, or why there is none here. */
export type ServerSource = { readonly start: () => Promise<TestServer> } | { readonly missing: string };

/** The first executable of that name on PATH. */
export function onPath(command: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => resolve(port));
      });
  });
}

export interface ProcessUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** Whom to run a server as that refuses to run as root: ourselves, or `nobody` if we are root. */
export function unprivilegedUser(): ProcessUser {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
