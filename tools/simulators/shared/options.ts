import { DEFAULT_NOW } from './clock';
import { parseMoscow } from './moscow-time';

/** What every simulator can be told. */
export interface CommonSimulatorOptions {
  /** Number of invented vacancies. */
  size?: number;
  /** The same seed gives the same vacancies. */
  seed?: number;
  /** The virtual "now", `YYYY-MM-DDThh:mm:ss±hhmm`. */
  now?: string;
  /** Opens the control door over HTTP; the programmatic one is always there. */
  control?: boolean;
}

/** @throws RangeError unless it is an integer within the bounds */
export function checkInteger(name: string, value: number, min: number, max = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const range = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `from ${min} to ${max}`;
  throw new RangeError(`${name} must be an integer ${range}, not ${value}`);
}

/** @throws RangeError */
export function checkInvention({ size, seed }: { size: number; seed: number }, maxSize: number): void {
  checkInteger('size', size, 0, maxSize);
  checkInteger('seed', seed, Number.MIN_SAFE_INTEGER);
}

/** @returns seconds since the epoch @throws RangeError */
export function readNow(now: string): number {
  const start = parseMoscow(now);
  if (start === undefined) throw new RangeError(`now must look like ${DEFAULT_NOW}, not ${now}`);
  return start;
}
