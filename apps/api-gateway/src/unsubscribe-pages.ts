import { html, sendPage, visitOf } from '@job-scope/auth-client';
import type { Language } from '@job-scope/platform-nest';
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
      page(request, reply, 'question'),
    );
    const config = { accessControl: { open: true }, rightIsInAddress: true } as const;
    scope.post<UnsubscribeRoute>(PATH, { config }, async (request, reply) =>
      page(request, reply, (await unsubscribe.execute(request.params.secret)) ? 'done' : 'unknown'),
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

const page = (request: FastifyRequest, reply: FastifyReply, step: Step): FastifyReply => {
  const visit = visitOf(request, reply);
  const { stop, [step]: texts } = TEXTS[visit.language];
  const [title, about] = texts;
  return sendPage(visit, {
    title,
    status: step === 'unknown' ? 404 : 200,
    hasSecretAddress: true,
    content: html`
      <p>${about}</p>
      ${step === 'question' && html`<form method="post"><button>${stop}</button></form>`}
    `,
  });
};
