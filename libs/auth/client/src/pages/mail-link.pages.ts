import { AUTH_PATHS } from '@job-scope/auth-contracts';
import type { FastifyReply } from 'fastify';
import { form, type Field } from './form';
import type { FormFailure } from './form-failure';
import { html } from './html';
import { PAGE_PATHS } from './page-paths';
import type { PageSite } from './page-site';
import type { Texts } from './texts';
import { goTo, sendPage, type Visit } from './visit';

/** A page that a mail leads to. Its link carries a token, which goes on in the form: no page after it has it in its address. */
interface MailLinkPage {
  readonly path: string;
  readonly asks: string;
  /** What the page for logging in then says. */
  readonly notice: string;
  readonly title: keyof Texts;
  readonly about: keyof Texts;
  readonly submit: keyof Texts;
  readonly field: (texts: Texts) => Field;
  readonly fault: keyof Texts;
  /** Where another link can be asked for. */
  readonly again: string;
}

const PAGES: readonly MailLinkPage[] = [
  {
    path: PAGE_PATHS.resetPassword,
    asks: AUTH_PATHS.passwordReset,
    notice: 'password-reset',
    title: 'resetPassword',
    about: 'resetPasswordAbout',
    submit: 'resetPasswordSubmit',
    field: ({ newPassword, passwordHint }) => ({
      name: 'password',
      label: newPassword,
      type: 'password',
      autocomplete: 'new-password',
      hint: passwordHint,
    }),
    fault: 'chooseAnotherPassword',
    again: PAGE_PATHS.forgotPassword,
  },
  {
    path: PAGE_PATHS.confirmEmail,
    asks: AUTH_PATHS.emailConfirm,
    notice: 'email-confirmed',
    title: 'confirmEmail',
    about: 'confirmEmailAbout',
    submit: 'confirmEmailSubmit',
    field: ({ password }) => ({
      name: 'password',
      label: password,
      type: 'password',
      autocomplete: 'current-password',
    }),
    fault: 'wrongPassword',
    again: PAGE_PATHS.register,
  },
];

export const mailLinkPages = (site: PageSite): void => {
  for (const one of PAGES) {
    site.show(one.path, (visit, { token = '' }) => page(one, visit, token));

    site.take(one.path, async (visit, { token = '', password = '' }) => {
      const call = { path: one.asks, body: { token, password } };
      const outcome = await site.ask(visit, call, { password: visit.texts[one.fault] });
      return outcome.ok
        ? goTo(visit, `${PAGE_PATHS.logIn}?notice=${one.notice}`)
        : page(one, visit, token, outcome.failure);
    });
  }
};

const page = (one: MailLinkPage, visit: Visit, token: string, failure?: FormFailure): FastifyReply => {
  const { texts } = visit;
  return sendPage(visit, {
    title: texts[one.title],
    failure,
    hasSecretAddress: true,
    content: html`
      <p>${texts[one.about]}</p>
      ${form({
        action: one.path,
        submit: texts[one.submit],
        hidden: { token },
        fields: [one.field(texts)],
        failure,
      })}
      <p><a href="${one.again}">${texts.askForLink}</a></p>
    `,
  });
};
