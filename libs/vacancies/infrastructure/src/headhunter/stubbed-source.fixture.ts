import { err, ok } from '@job-scope/kernel';
import { OpenBudget } from '@job-scope/vacancies-testing';
import { EVERYTHING } from '@job-scope/vacancies-domain';
import type { SourcePageRequest, SourceRequestBudget } from '@job-scope/vacancies-ports';
import type { ApplicationTokens } from './application-tokens';
import { HeadHunterVacancySource } from './headhunter-vacancy-source';
import { json, type Respond } from '../http-source/http-stub.fixture';

export const NEVER = new AbortController().signal;
export const NOW = new Date();
export const ALL: SourcePageRequest = { query: {}, slice: EVERYTHING, cursor: null };

/** There is no other than this one. */
export const fixedToken = (token: string): ApplicationTokens => ({
  token: async (refused) =>
    refused === undefined
      ? { result: ok(token), requests: 0 }
      : {
          result: err({ code: 'source.unauthorized', cause: 'token', detail: 'there is no other token' }),
          requests: 0,
        },
});

export const sourceAt = (
  baseUrl: string,
  budget: SourceRequestBudget = new OpenBudget(),
  timeoutMs = 5_000,
  tokens = fixedToken('secret'),
) =>
  new HeadHunterVacancySource(
    {
      baseUrl,
      userAgent: 'JobScope/1.0 (test@example.org)',
      tokens,
      retries: 2,
      firstRetryDelayMs: 1,
      timeoutMs,
    },
    budget,
    { now: () => NOW },
  );

export const answerOf = (items: readonly unknown[], page = 0, pages = 1, found = items.length) => ({
  items,
  found,
  pages,
  page,
  per_page: 100,
});

/** Serves the items, 40 items a page whatever is asked for. */
export const pagesOf =
  (items: readonly unknown[]): Respond =>
  (request, response) => {
    const page = Number(new URL(request.url ?? '/', 'http://stub').searchParams.get('page'));
    const shown = items.slice(page * 40, page * 40 + 40);
    json(200, answerOf(shown, page, Math.ceil(items.length / 40), items.length))(request, response);
  };
