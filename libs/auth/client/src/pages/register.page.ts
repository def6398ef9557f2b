import { AUTH_PATHS } from '@job-scope/auth-contracts';
import type { FastifyReply } from 'fastify';
import { form } from './form';
import type { FormFailure } from './form-failure';
import { html } from './html';
import { PAGE_PATHS } from './page-paths';
import type { Fields, PageSite } from './page-site';
import { goTo, sendPage, type Visit } from './visit';

export const registerPage = (site: PageSite): void => {
  site.show(PAGE_PATHS.register, (visit, query) => ('sent' in query ? sent(visit) : page(visit, {})));

  site.take(PAGE_PATHS.register, async (visit, fields) => {
    const { email = '', password = '', displayName } = fields;
    const body = { email, password, ...(displayName && { displayName }) };
    const { enterEmail, chooseAnotherPassword, displayNameFault } = visit.texts;
    const faults = { email: enterEmail, password: chooseAnotherPassword, displayName: displayNameFault };
    const outcome = await site.ask(visit, { path: AUTH_PATHS.register, body }, faults);
    return outcome.ok ? goTo(visit, `${PAGE_PATHS.register}?sent`) : page(visit, fields, outcome.failure);
  });
};

const sent = (visit: Visit): FastifyReply => {
  const { texts } = visit;
  return sendPage(visit, {
    title: texts.register,
    content: html`
      <p class="notice" role="status">${texts.registerSent}</p>
      <p><a href="${PAGE_PATHS.logIn}">${texts.logIn}</a></p>
    `,
  });
};

const page = (visit: Visit, values: Fields, failure?: FormFailure): FastifyReply => {
  const { texts } = visit;
  return sendPage(visit, {
    title: texts.register,
    failure,
    content: html`
      <p>${texts.registerAbout}</p>
      ${form({
        action: PAGE_PATHS.register,
        submit: texts.registerSubmit,
        fields: [
          { name: 'email', label: texts.email, type: 'email', autocomplete: 'username' },
          {
            name: 'password',
            label: texts.password,
            type: 'password',
            autocomplete: 'new-password',
            hint: texts.passwordHint,
          },
          {
            name: 'displayName',
            label: texts.displayName,
            type: 'text',
            autocomplete: 'name',
            hint: texts.displayNameHint,
            optional: true,
          },
        ],
        values,
        failure,
      })}
      <p><a href="${PAGE_PATHS.logIn}">${texts.haveAccount}</a></p>
    `,
  });
};
