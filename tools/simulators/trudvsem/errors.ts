import { ApiFailure, type JsonObject } from '@job-scope/simulator-shared';

/** An error in the envelope that every answer has: the status stands in the body too, as a text. */
export class PortalError extends ApiFailure {
  body(): JsonObject {
    return errorBody(this.status, this.message);
  }
}

export const errorBody = (status: number, error: string): JsonObject => ({
  status: String(status),
  meta: { error },
  results: {},
});

export const badRequest = (message = 'Bad Request') => new PortalError(400, message);
export const notFound = () => new PortalError(404, 'Not Found');
export const internalError = () => new PortalError(500, 'Internal Server Error');

/** What the portal's server says when the portal itself has failed: not JSON. */
export const SERVER_ERROR_PAGE =
  '<!doctype html><html lang="en"><head><title>HTTP Status 500 – Internal Server Error</title></head>' +
  '<body><h1>HTTP Status 500 – Internal Server Error</h1></body></html>';
