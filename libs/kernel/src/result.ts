/** A value or a failure the caller can act on. Broken invariants and outages throw instead. */
export type Result<T, E extends Failure = Failure> = Ok<T> | Err<E>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<E extends Failure> {
  readonly ok: false;
  readonly error: E;
}

/** What a caller can act on: a stable dotted `code`, never a message to parse. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  /** One sentence for a human reader; carries no secret. */
  readonly detail?: string;
  /** The offending fields, when the input is at fault. */
  readonly fields?: readonly FieldFault[];
}

export interface FieldFault {
  /** JSON pointer into the input, for example `/query/area` (RFC 6901). */
  readonly pointer: string;
  readonly message: string;
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const err = <E extends Failure>(error: E): Err<E> => ({ ok: false, error });
