import { AUTH_PATHS } from '@job-scope/auth-contracts';
import type { FastifyReply } from 'fastify';
import { form } from './form';
import type { FormFailure } from './form-failure';
import { html } from './html';
import { localPath } from './local-path';
import { PAGE_PATHS } from './page-paths';
import type { Fields, PageSite } from './page-site';
import type { Texts } from './texts';
import { goTo, sendPage, type Visit } from './visit';

/** What has just been done, for the page that follows it. */
const NOTICES: Readonly<Record<string, keyof Texts>> = {
  'logged-out': 'loggedOut',
  'password-reset': 'passwordWasReset',
  'email-confirmed': 'emailWasConfirmed',
};

/** Where a visitor is sent who named no place: ordinary users have no access to the documentation. */
const startOf = (superuser: boolean): string => (superuser ? '/docs' : PAGE_PATHS.home);

export const logInPage = (site: PageSite): void => {
  site.show(PAGE_PATHS.logIn, (visit, query) => {
    const { principal } = visit.request;
    if (principal.kind === 'anonymous') return page(visit, query);
    return goTo(visit, localPath(query['next']) ?? startOf(principal.superuser));
  });

  site.take(PAGE_PATHS.logIn, async (visit, fields) => {
    const { email = '', password = '', next } = fields;
    const body = { email, password, transport: 'cookie' };
    const { enterEmail, enterPassword } = visit.texts;
    const faults = { email: enterEmail, password: enterPassword };
    const outcome = await site.ask(visit, { path: AUTH_PATHS.login, body }, faults);
    if (!outcome.ok) return page(visit, fields, outcome.failure);
    const wanted = localPath(next);
    return goTo(visit, wanted ?? startOf(await site.isSuperuser(visit, AUTH_PATHS.me, outcome.answer)));
  });
};

const page = (visit: Visit, fields: Fields, failure?: FormFailure): FastifyReply => {
  const { texts } = visit;
  const notice = NOTICES[fields['notice'] ?? ''];
  return sendPage(visit, {
    title: texts.logIn,
    failure,
    content: html`
      ${notice && html`<p class="notice" role="status">${texts[notice]}</p>`}
      ${form({
        action: PAGE_PATHS.logIn,
        submit: texts.logIn,
        hidden: { next: localPath(fields['next']) },
        fields: [
          { name: 'email', label: texts.email, type: 'email', autocomplete: 'username' },
          { name: 'password', label: texts.password, type: 'password', autocomplete: 'current-password' },
        ],
        values: fields,
        failure,
      })}
      <p><a href="${PAGE_PATHS.forgotPassword}">${texts.forgotten}</a></p>
      <p><a href="${PAGE_PATHS.register}">${texts.noAccount}</a></p>
    `,
  });
};
