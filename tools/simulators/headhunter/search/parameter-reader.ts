import { parseMoscow } from '@job-scope/simulator-shared';
import { badArguments } from '../errors';

/** A query string: a repeated key is a list. */
export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads typed parameters and remembers the ones that were wrong, so that one answer names them all.
 * A wrong value reads as if it had not been given; `finish` then refuses the request.
 */
export class ParameterReader {
  private readonly rejected = new Set<string>();

  constructor(private readonly query: QueryParameters) {}

  /** All values of a key; empty ones count as not given. */
  all(name: string): string[] {
    return [this.query[name] ?? []].flat().filter((value) => value !== '');
  }

  text(name: string): string | undefined {
    return this.all(name)[0];
  }

  given(name: string): boolean {
    return this.all(name).length > 0;
  }

  flag(name: string): boolean {
    return this.choice(name, ['true', 'false'] as const) === 'true';
  }

  number(name: string): number | undefined {
    return this.read(name, (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined));
  }

  integer(name: string, { min, max = Number.MAX_SAFE_INTEGER }: { min: number; max?: number }): number | undefined {
    return this.read(name, (text) => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    });
  }

  /** Seconds since the epoch. */
  date(name: string): number | undefined {
    return this.read(name, parseMoscow);
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    return this.read(name, (text) => allowed.find((value) => value === text));
  }

  /** All values of a key turned into something known; one unknown value spoils the parameter. */
  many<T>(name: string, convert: (text: string) => T | undefined): T[] {
    const values = this.all(name).map(convert);
    if (values.includes(undefined)) this.reject(name);
    return values.filter((value) => value !== undefined);
  }

  reject(name: string): void {
    this.rejected.add(name);
  }

  /** @throws ApiError 400 naming every rejected parameter */
  finish(): void {
    if (this.rejected.size > 0) throw badArguments([...this.rejected]);
  }

  private read<T>(name: string, convert: (text: string) => T | undefined): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = convert(text);
    if (value === undefined) this.reject(name);
    return value;
  }
}
