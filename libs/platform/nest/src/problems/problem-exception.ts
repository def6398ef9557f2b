import type { FieldFault } from '@job-scope/kernel';

export interface ProblemOptions {
  /** One sentence for a human reader about this occurrence. Reaches the client: no secrets, no internals. */
  readonly detail?: string;
  readonly errors?: readonly FieldFault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers the request with an RFC 9457 problem. `code` is stable and stands in docs/errors.md. */
export class ProblemException extends Error {
  readonly detail?: string;
  readonly errors?: readonly FieldFault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly code: string,
    { detail, errors, headers = {} }: ProblemOptions = {},
  ) {
    super(detail ?? code);
    this.name = 'ProblemException';
    this.detail = detail;
    this.errors = errors;
    this.headers = headers;
  }
}
