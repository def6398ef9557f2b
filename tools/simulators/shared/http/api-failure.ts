import type { JsonObject } from '../json';

/** An answer in the error format of the simulated API. */
export abstract class ApiFailure extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }

  abstract body(requestId: string): JsonObject;
}
