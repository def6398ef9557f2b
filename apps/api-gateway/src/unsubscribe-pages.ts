import { ICON_PATH, STYLE_PATH } from '@job-scope/auth-client';
import { escapeHtml, languageOf, type Language } from '@job-scope/platform-nest';
import { Unsubscribe } from '@job-scope/vacancies-application';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const PATH = '/unsubscribe/:secret';
/** Mail programs send a line of a form with it, which says nothing that we do not know. */
const BODY_LIMIT = 1_000;

interface UnsubscribeRoute {
  Params: { secret: string };
}

/**
 * Where the links in mails about new vacancies lead, without a login. Opening the link changes nothing, as programs open
 * links, too; the button on the page does, and so does a mail program's own (RFC 8058).
 */
export const serveUnsubscribing = (app: NestFastifyApplication): void => {
  const unsubscribe = app.get(Unsubscribe, { strict: false });
  const fastify = app.getHttpAdapter().getInstance();
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, _body, done) =>
      done(null),
    );
    scope.get<UnsubscribeRoute>(PATH, { config: { accessControl: { open: true } } }, (request, reply) =>
      sendPage(request, reply, 'question'),
    );
    const config = { accessControl: { open: true }, rightIsInAddress: true } as const;
    scope.post<UnsubscribeRoute>(PATH, { config }, async (request, reply) =>
      sendPage(request, reply, (await unsubscribe.execute(request.params.secret)) ? 'done' : 'unknown'),
    );
  });
};

type Step = 'question' | 'done' | 'unknown';

const TEXTS: Readonly<
  Record<Language, Readonly<Record<Step, readonly [title: string, about: string]> & { stop: string }>>
> = {
  en: {
    question: ['No more of these mails?', 'You will get no more mails about new vacancies of this saved search.'],
    done: [
      'Done',
      'No more mails come about this saved search. It is paused: you can resume or delete it when logged in.',
    ],
    unknown: ['Nothing to stop', 'This saved search is there no longer, so no mails come about it.'],
    stop: 'Stop the mails',
  },
  ru: {
    question: ['Больше не присылать?', 'Письма о новых вакансиях по этому сохранённому поиску перестанут приходить.'],
    done: [
      'Готово',
      'Писем по этому сохранённому поиску больше не будет. Он приостановлен: возобновить или удалить его можно, войдя в систему.',
    ],
    unknown: ['Отписываться не от чего', 'Этого сохранённого поиска больше нет, и писем по нему не будет.'],
    stop: 'Отписаться',
  },
};

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Its address holds a secret, so nobody is told where the visitor comes from, and nothing keeps it. */
const sendPage = (request: FastifyRequest, reply: FastifyReply, step: Step): FastifyReply => {
  const language = languageOf(request);
  return reply
    .status(step === 'unknown' ? 404 : 200)
    .headers({ 'cache-control': 'no-store', 'content-language': language, 'content-security-policy': POLICY })
    .type('text/html; charset=utf-8')
    .send(pageOf(language, step));
};

const pageOf = (language: Language, step: Step): string => {
  const { stop, [step]: texts } = TEXTS[language];
  const [title = '', about = ''] = texts.map(escapeHtml);
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Job Scope</title>
    <link rel="icon" href="${ICON_PATH}" />
    <link rel="stylesheet" href="${STYLE_PATH}" />
  </head>
  <body>
    <header><a href="/">Job Scope</a></header>
    <main>
      <h1>${title}</h1>
      <p>${about}</p>
      ${step === 'question' ? `<form method="post"><button>${escapeHtml(stop)}</button></form>` : ''}
    </main>
  </body>
</html>
`;
};
