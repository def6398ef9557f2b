import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Generated passwords and keys: one file each, readable by their owner alone, made once and kept. */
export class Secrets {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** The secret's value; a new one of 32 random bytes if there is none yet. */
  ensure(name: string, encoding: 'base64' | 'base64url' = 'base64url'): string {
    return this.read(name) ?? this.write(name, randomBytes(32).toString(encoding));
  }

  read(name: string): string | undefined {
    return existsSync(this.path(name)) ? readFileSync(this.path(name), 'utf8') : undefined;
  }

  write(name: string, value: string): string {
    writeFileSync(this.path(name), value, { mode: 0o600 });
    return value;
  }

  /** Writes settings as a file for `node --env-file`; returns its path. */
  writeEnvironment(name: string, settings: Readonly<Record<string, string>>): string {
    const lines = Object.entries(settings).map(([variable, value]) => `${variable}=${quote(value)}\n`);
    this.write(name, lines.join(''));
    return this.path(name);
  }
}

/** Env files know three quotes and no escapes: one that the value does not contain. */
function quote(value: string): string {
  const mark = [`'`, '"', '`'].find((candidate) => !value.includes(candidate));
  if (mark === undefined || value.includes('\n')) throw new Error('a setting that no quotes can hold');
  return mark + value + mark;
}
