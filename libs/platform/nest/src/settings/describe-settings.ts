import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { settingsOf } from './setting.decorator';

/** One row of the table of environment variables. */
export interface SettingRow {
  readonly variable: string;
  readonly type: string;
  /** As it would be written in the environment; undefined when there is none or it is a secret. */
  readonly default?: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly description: string;
}

/** Describes the settings of a class, for the generated table of environment variables. */
export function describeSettings(settingsClass: new () => object): readonly SettingRow[] {
  const defaults = new settingsClass() as Record<string, unknown>;
  return settingsOf(settingsClass.prototype as object).map(({ property, variable, describe, secret, type }) => {
    const value = defaults[property];
    return {
      variable,
      type,
      default: value === undefined || secret ? undefined : String(value),
      required: value === undefined && !isOptional(settingsClass, property),
      secret,
      description: describe,
    };
  });
}

/** Also what is wanted on a condition only, as together with another setting. */
function isOptional(settingsClass: new () => object, property: string): boolean {
  return getMetadataStorage()
    .getTargetValidationMetadatas(settingsClass, '', false, false)
    .some((rule) => rule.propertyName === property && rule.type === ValidationTypes.CONDITIONAL_VALIDATION);
}
