import type { Failure, Result } from '@job-scope/kernel';
import { ProblemException } from './problem-exception';

/**
 * The value of a result, or a problem with the failure's code and the status the table gives it. The table must name
 * every code: the compiler refuses one that misses a failure of the use case.
 */
export function unwrap<T, E extends Failure>(result: Result<T, E>, statuses: Readonly<Record<E['code'], number>>): T {
  if (result.ok) return result.value;
  const { code, detail, fields } = result.error;
  throw new ProblemException(statuses[code as E['code']], code, { detail, errors: fields });
}
