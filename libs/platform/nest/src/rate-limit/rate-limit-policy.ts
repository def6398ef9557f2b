import { ValidateBy } from 'class-validator';

/** So many requests in a window of so many seconds, which begins with the first of them. */
export interface RateLimitPolicy {
  readonly requests: number;
  readonly seconds: number;
}

const MAX_REQUESTS = 100_000_000;
const MAX_SECONDS = 86_400;
const FORM = /^([1-9]\d{0,8})\/([1-9]\d{0,4})$/;
const WANTS = `<requests>/<seconds>, such as 600/60: 1 to ${MAX_REQUESTS} requests in 1 to ${MAX_SECONDS} seconds`;

const read = (text: unknown): RateLimitPolicy | undefined => {
  const [, requests, seconds] = FORM.exec(typeof text === 'string' ? text : '') ?? [];
  const policy = { requests: Number(requests), seconds: Number(seconds) };
  return policy.requests <= MAX_REQUESTS && policy.seconds <= MAX_SECONDS ? policy : undefined;
};

/** Reads `<requests>/<seconds>`. Throws if the text is not that. */
export const parseRateLimit = (text: string): RateLimitPolicy => {
  const policy = read(text);
  if (!policy) throw new Error(`${JSON.stringify(text)} is no rate limit, which is ${WANTS}`);
  return policy;
};

/** A setting that `parseRateLimit` can read. */
export const IsRateLimit = (): PropertyDecorator =>
  ValidateBy({
    name: 'isRateLimit',
    validator: {
      validate: (value: unknown) => read(value) !== undefined,
      defaultMessage: () => `$property must be ${WANTS}`,
    },
  });
