import { AUTH_PATHS } from '@job-scope/auth-contracts';
import type { FastifyReply } from 'fastify';
import { form } from './form';
import type { FormFailure } from './form-failure';
import { html } from './html';
import { PAGE_PATHS } from './page-paths';
import type { Fields, PageSite } from './page-site';
import { goTo, sendPage, type Visit } from './visit';

export const forgotPasswordPage = (site: PageSite): void => {
  site.show(PAGE_PATHS.forgotPassword, (visit, query) => ('sent' in query ? sent(visit) : page(visit, {})));

  site.take(PAGE_PATHS.forgotPassword, async (visit, fields) => {
    const call = { path: AUTH_PATHS.passwordForgot, body: { email: fields['email'] ?? '' } };
    const outcome = await site.ask(visit, call, { email: visit.texts.enterEmail });
    return outcome.ok ? goTo(visit, `${PAGE_PATHS.forgotPassword}?sent`) : page(visit, fields, outcome.failure);
  });
};

const sent = (visit: Visit): FastifyReply => {
  const { texts } = visit;
  return sendPage(visit, {
    title: texts.forgotPassword,
    content: html`
      <p class="notice" role="status">${texts.forgotPasswordSent}</p>
      <p><a href="${PAGE_PATHS.logIn}">${texts.logIn}</a></p>
    `,
  });
};

const page = (visit: Visit, values: Fields, failure?: FormFailure): FastifyReply => {
  const { texts } = visit;
  return sendPage(visit, {
    title: texts.forgotPassword,
    failure,
    content: html`
      <p>${texts.forgotPasswordAbout}</p>
      ${form({
        action: PAGE_PATHS.forgotPassword,
        submit: texts.forgotPasswordSubmit,
        fields: [{ name: 'email', label: texts.email, type: 'email', autocomplete: 'username' }],
        values,
        failure,
      })}
      <p><a href="${PAGE_PATHS.logIn}">${texts.logIn}</a></p>
    `,
  });
};
