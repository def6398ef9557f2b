import { validateSync } from 'class-validator';
import { readFileSync } from 'node:fs';
import { settingsOf, type SettingDefinition } from './setting.decorator';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SettingFault {
  readonly variable: string;
  /** What was found; never the value of a secret. */
  readonly got: string;
  readonly wants: string;
}

/** The settings do not fit. Its message names every fault and is meant for the person who starts the program. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly SettingFault[]) {
    const lines = faults.map(({ variable, got, wants }) => `  ${variable}: got ${got}; wants ${wants}`);
    super(`Wrong or missing settings:\n${lines.join('\n')}`);
    this.name = 'SettingsError';
  }
}

/**
 * Reads and validates settings. A variable `X` may also be given as `X_FILE`, the path of a file that holds the value.
 * An empty value counts as not set. Throws `SettingsError` with every fault at once.
 */
export function loadSettings<T extends object>(settingsClass: new () => T, env: Environment = process.env): T {
  const settings = new settingsClass();
  const definitions = settingsOf(settingsClass.prototype as object);
  const faults: SettingFault[] = [];
  const texts = new Map<string, string>();

  for (const definition of definitions) {
    try {
      const text = read(definition, env);
      if (text === undefined) continue;
      texts.set(definition.property, text);
      Object.assign(settings, { [definition.property]: parse(definition, text) });
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      faults.push(...error.faults);
    }
  }

  const faulty = new Set(faults.map(({ variable }) => variable));
  for (const { property, constraints = {} } of validateSync(settings)) {
    const definition = definitions.find((one) => one.property === property);
    if (!definition || faulty.has(definition.variable)) continue;
    const messages = Object.values(constraints).map((message) => message.replace(`${property} `, ''));
    const got = show(definition, texts.get(property));
    faults.push({ variable: definition.variable, got, wants: `${definition.describe} (${messages.join(', ')})` });
  }

  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

function read({ variable, describe }: SettingDefinition, env: Environment): string | undefined {
  const direct = env[variable] || undefined;
  const file = env[`${variable}_FILE`] || undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) {
    throw fault(variable, `both ${variable} and ${variable}_FILE`, 'only one of them');
  }
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw fault(`${variable}_FILE`, `"${file}", which cannot be read (${reason})`, `a readable file with ${describe}`);
  }
}

function parse(definition: SettingDefinition, text: string): unknown {
  switch (definition.type) {
    case 'text':
      return text;
    case 'list':
      return text
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean);
    case 'number':
      if (text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
      throw fault(definition.variable, show(definition, text), `${definition.describe} (a number)`);
    case 'boolean':
      if (text === 'true' || text === 'false') return text === 'true';
      throw fault(definition.variable, show(definition, text), `${definition.describe} (true or false)`);
  }
}

const fault = (variable: string, got: string, wants: string) => new SettingsError([{ variable, got, wants }]);

function show({ secret }: SettingDefinition, text: string | undefined): string {
  if (text === undefined) return 'nothing';
  return secret ? `a secret of ${text.length} characters (not shown)` : JSON.stringify(text);
}
