import { languageOf, type Language } from '@job-scope/platform-nest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormFailure } from './form-failure';
import type { Html } from './html';
import { layout } from './layout';
import { TEXTS, type Texts } from './texts';

/** Somebody's look at a page, in their language. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: Language;
  readonly texts: Texts;
}

export interface Page {
  readonly title: string;
  readonly content: Html;
  readonly status?: number;
  /** Of the form on it; it gives the status. */
  readonly failure?: FormFailure;
  /** Its address holds a secret: not even we ourselves are told where the visitor comes from. */
  readonly hasSecretAddress?: true;
}

export const visitOf = (request: FastifyRequest, reply: FastifyReply): Visit => {
  const language = languageOf(request);
  return { request, reply, language, texts: TEXTS[language] };
};

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export const sendPage = (visit: Visit, page: Page): FastifyReply => {
  const { status = page.status ?? 200, retryAfter } = page.failure ?? {};
  return visit.reply
    .status(status)
    .headers({
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
      'cache-control': 'no-store',
      'content-language': visit.language,
      'content-security-policy': POLICY,
      // With `no-referrer` browsers hide from us that a form is our own, unless they send `Sec-Fetch-Site`.
      'referrer-policy': page.hasSecretAddress ? 'no-referrer' : 'same-origin',
    })
    .type('text/html; charset=utf-8')
    .send(layout(visit, { ...page, status }).toString());
};

/** After a form: the next page is asked for by GET, so that reloading it sends nothing again. */
export const goTo = ({ reply }: Visit, path: string): FastifyReply =>
  reply.header('cache-control', 'no-store').redirect(path, 303);

/** Whether a browser asks, to show the answer to somebody. */
export const wantsPage = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && /\btext\/html\b/i.test(headers.accept ?? '');
