import { err, ok, type FieldFault, type Result } from '@job-scope/kernel';

export interface InvalidSearch {
  readonly code: 'search.invalid';
  readonly fields: readonly FieldFault[];
}

/** Notes that a parameter cannot be like this. */
export type Fault = (parameter: string, message: string) => void;

/** Collects the faults of a parse; any one of them makes its value worthless. */
export const unlessFaulty = <T>(parse: (fault: Fault) => T): Result<T, InvalidSearch> => {
  const fields: FieldFault[] = [];
  const value = parse((parameter, message) => fields.push({ pointer: `/${parameter}`, message }));
  return fields.length > 0 ? err({ code: 'search.invalid', fields }) : ok(value);
};
