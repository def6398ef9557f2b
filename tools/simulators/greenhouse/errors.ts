import { ApiFailure, type JsonObject } from '@job-scope/simulator-shared';

export class BoardsError extends ApiFailure {
  body(): JsonObject {
    return { status: this.status, error: this.message };
  }
}

export const badRequest = () => new BoardsError(400, 'Bad Request');
export const notFound = () => new BoardsError(404, 'Not found');
export const boardNotFound = () => new BoardsError(404, 'Job board not found');
/** Said of a job on an unknown board too: it does not prove that a job is gone. */
export const jobNotFound = () => new BoardsError(404, 'Job not found');
export const internalError = () => new BoardsError(500, 'Internal Server Error');
