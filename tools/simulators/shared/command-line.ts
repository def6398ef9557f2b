import { parseArgs } from 'node:util';
import { DEFAULT_NOW } from './clock';
import { parseMoscow } from './moscow-time';

/** Wrong arguments; the message names the one and says what is wanted. */
export class UsageError extends Error {}

export interface CommonOptions {
  readonly port: number;
  readonly host?: string;
  readonly size: number;
  readonly seed: number;
  readonly now: string;
  readonly control: boolean;
}

/** What differs from simulator to simulator in the options that all have. */
export interface CommonDefaults {
  readonly port: number;
  readonly size: number;
  readonly maxSize: number;
  readonly seed: number;
}

const FLAGS = ['control', 'help'];
const COMMON = ['port', 'host', 'size', 'seed', 'now'];
const MAX_PORT = 65_535;

/** The arguments of a simulator. Every option is read by its name without dashes; reading a wrong one throws. */
export class CommandLine {
  private readonly values: Readonly<Record<string, string | boolean | undefined>>;

  /** @param own options with a value that only this simulator has @throws UsageError for what it does not know */
  constructor(args: readonly string[], own: readonly string[]) {
    const options = Object.fromEntries([
      ...[...COMMON, ...own].map((name) => [name, { type: 'string' as const }]),
      ...FLAGS.map((name) => [name, { type: 'boolean' as const }]),
    ]);
    try {
      this.values = parseArgs({ args: [...args], options, allowPositionals: false }).values as typeof this.values;
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
  }

  given(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** @throws UsageError when it is empty */
  text(name: string): string | undefined {
    const value = this.values[name];
    if (value === '') throw new UsageError(`--${name} must not be empty`);
    return value as string | undefined;
  }

  /** @throws UsageError */
  integer(name: string, min: number, max: number): number | undefined {
    const text = this.values[name];
    if (text === undefined) return undefined;
    const value = /^-?\d+$/.test(String(text)) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new UsageError(`--${name} must be an integer from ${min} to ${max}, not "${text}"`);
  }

  /** @throws UsageError */
  common(defaults: CommonDefaults): CommonOptions {
    return {
      port: this.integer('port', 0, MAX_PORT) ?? defaults.port,
      host: this.text('host'),
      size: this.integer('size', 0, defaults.maxSize) ?? defaults.size,
      seed: this.integer('seed', -(2 ** 31), 2 ** 31 - 1) ?? defaults.seed,
      now: this.now(),
      control: this.given('control'),
    };
  }

  private now(): string {
    const text = this.values.now;
    if (text === undefined) return DEFAULT_NOW;
    if (parseMoscow(String(text)) !== undefined) return String(text);
    throw new UsageError(`--now must look like ${DEFAULT_NOW}, not "${text}"`);
  }
}

/** Lines of help, each an option and what it means. */
export type OptionHelp = readonly (readonly [option: string, meaning: string])[];

/** @param noun what is invented, in the plural @param own options that only this simulator has */
export function helpText(
  about: string,
  command: string,
  noun: string,
  defaults: CommonDefaults,
  own: OptionHelp,
): string {
  const options: OptionHelp = [
    ['--port N', `port to listen on, 0 for any free one (default ${defaults.port})`],
    ['--host HOST', 'address to listen on (default 127.0.0.1)'],
    ['--size N', `invented ${noun}, 0 to ${defaults.maxSize} (default ${defaults.size})`],
    ['--seed N', `the same seed gives the same ${noun} (default ${defaults.seed})`],
    ['--now DATE', `the virtual "now" (default ${DEFAULT_NOW})`],
    ...own,
    ['--control', 'open the control door under /__control'],
    ['--help', 'show this text'],
  ];
  const lines = options.map(([option, meaning]) => `  ${option.padEnd(18)} ${meaning}`.trimEnd());
  return [about, '', `Usage: ${command} -- [options]`, '', ...lines, ''].join('\n');
}
