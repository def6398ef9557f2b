import { err } from '@job-scope/kernel';
import type { RequestQuota, SourceFailure } from '@job-scope/vacancies-ports';
import type { ApplicationTokens } from './application-tokens';
import type { NotFound, TooDeep } from './failures';
import type { Answer, HeadHunterClient } from './headhunter-client';

type Final = Answer<SourceFailure | TooDeep | NotFound>;

/** GET requests in the name of our application, if it has tokens. One that is refused for its token is sent once more. */
export class AuthorisedRequests {
  constructor(
    private readonly client: HeadHunterClient,
    private readonly tokens: ApplicationTokens | undefined,
  ) {}

  async get(path: string, params: URLSearchParams, signal: AbortSignal, quota?: RequestQuota): Promise<Final> {
    if (!this.tokens) return asFailure(await this.client.get(path, params, signal, quota));
    let refused: string | undefined;
    let [requests, throttled] = [0, 0];
    for (;;) {
      const token = await this.tokens.token(refused, signal, quota);
      requests += token.requests;
      if (!token.result.ok) return { result: err({ ...token.result.error, requests, throttled }), requests, throttled };
      const { value } = token.result;
      const answer = await this.client.get(path, params, signal, quota, value);
      requests += answer.requests;
      throttled += answer.throttled ?? 0;
      const isRefused = !answer.result.ok && answer.result.error.code === 'headhunter.token-refused';
      if (!isRefused || refused !== undefined) return asFailure({ result: answer.result, requests, throttled });
      refused = value;
    }
  }
}

const asFailure = ({ result, ...cost }: Answer): Final => {
  if (result.ok) return { result, ...cost };
  const { error } = result;
  if (error.code !== 'headhunter.token-refused') return { result: err({ ...error, ...cost }), ...cost };
  return { result: err({ code: 'source.unauthorized', cause: 'token', detail: error.detail, ...cost }), ...cost };
};
