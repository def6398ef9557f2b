import { ApiFailure, type JsonObject } from '@job-scope/simulator-shared';

/** One entry of `errors[]`: clients decide by `type` and `value`, never by a description. */
export interface ErrorEntry {
  type: string;
  value?: string;
  captcha_url?: string;
  fallback_url?: string;
}

/** An answer in the error format of the API. */
export class ApiError extends ApiFailure {
  constructor(
    status: number,
    readonly errors: readonly ErrorEntry[],
    /** Deprecated members that the real API still sends. */
    readonly extras: JsonObject = {},
  ) {
    super(status, errors.map(({ type, value }) => (value ? `${type} ${value}` : type)).join(', '));
  }

  body(requestId: string): JsonObject {
    return { request_id: requestId, ...this.extras, errors: this.errors };
  }
}

/** 400 for parameters; each name becomes an entry of `errors[]`. */
export function badArguments(names: readonly string[], description = `bad argument: ${names.join(', ')}`): ApiError {
  const bad_argument = names.join(', ');
  return new ApiError(
    400,
    names.map((value) => ({ type: 'bad_argument', value })),
    { description, bad_argument, bad_arguments: [{ name: bad_argument, description }] },
  );
}

export const badRequest = () => new ApiError(400, [{ type: 'bad_request' }], { description: 'Bad Request' });

export const badUserAgent = (value: 'unset' | 'blacklisted') =>
  new ApiError(400, [{ type: 'bad_user_agent', value }], { description: 'Bad Request' });

export const internalError = () => new ApiError(500, [{ type: 'internal_error' }]);

export const notFound = () => new ApiError(404, [{ type: 'not_found' }], { description: 'Not Found' });

export const forbidden = () => new ApiError(403, [{ type: 'forbidden' }], { description: 'Forbidden' });

export const badAuthorization = (value: 'bad_authorization' | 'token_revoked') =>
  new ApiError(403, [{ type: 'oauth', value }], {
    description: 'Forbidden',
    ...(value === 'token_revoked' && { oauth_error: 'token-revoked' }),
  });

export const captchaRequired = () =>
  new ApiError(
    403,
    [
      {
        type: 'captcha_required',
        value: 'captcha_required',
        captcha_url: 'https://hh.ru/account/captcha?state=simulated',
        fallback_url: 'https://hh.ru/account/captcha-fallback?state=simulated',
      },
    ],
    { description: 'Forbidden' },
  );
