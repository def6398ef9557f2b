import 'reflect-metadata';

export interface SettingOptions {
  /** The environment variable; by default the property's name in upper snake case. */
  readonly env?: string;
  /** What the setting is for, in a few words: shown in messages and in the generated table. */
  readonly describe: string;
  /** The value is never shown: not in messages, not as a default in the table. */
  readonly secret?: true;
}

export interface SettingDefinition {
  readonly property: string;
  readonly variable: string;
  readonly describe: string;
  readonly secret: boolean;
  readonly type: 'text' | 'number' | 'boolean' | 'list';
}

const SETTINGS = Symbol('settings');

/**
 * Makes a property a setting read from the environment. Its TypeScript type says how the text is read (`string`,
 * `number`, `boolean`, or an array: comma-separated), class-validator decorators say what is allowed, and the field
 * initialiser is the default.
 */
export function Setting(options: SettingOptions): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const definition: SettingDefinition = {
      property,
      variable: options.env ?? toVariable(property),
      describe: options.describe,
      secret: options.secret ?? false,
      type: typeOf(prototype, property),
    };
    Reflect.defineMetadata(SETTINGS, [...settingsOf(prototype), definition], prototype);
  };
}

/** The settings of a class, inherited ones first. */
export const settingsOf = (prototype: object): readonly SettingDefinition[] =>
  Reflect.getMetadata(SETTINGS, prototype) ?? [];

const toVariable = (property: string): string => property.replaceAll(/([A-Z])/g, '_$1').toUpperCase();

const TYPES = new Map<unknown, SettingDefinition['type']>([
  [String, 'text'],
  [Number, 'number'],
  [Boolean, 'boolean'],
  [Array, 'list'],
]);

function typeOf(prototype: object, property: string): SettingDefinition['type'] {
  const type = TYPES.get(Reflect.getMetadata('design:type', prototype, property));
  if (!type) {
    throw new Error(`setting ${property} must be declared as a string, number, boolean or array`);
  }
  return type;
}
