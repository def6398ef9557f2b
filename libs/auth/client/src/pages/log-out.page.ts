import { AUTH_PATHS } from '@job-scope/auth-contracts';
import type { FastifyReply } from 'fastify';
import { form } from './form';
import type { FormFailure } from './form-failure';
import { html } from './html';
import { PAGE_PATHS } from './page-paths';
import type { PageSite } from './page-site';
import { goTo, sendPage, type Visit } from './visit';

export const logOutPage = (site: PageSite): void => {
  site.show(PAGE_PATHS.logOut, (visit) => page(visit));

  site.take(PAGE_PATHS.logOut, async (visit) => {
    const outcome = await site.ask(visit, { path: AUTH_PATHS.logout, headers: site.sessionOf(visit) });
    // Where there is no session any more, there is nothing left to end.
    const isOver = outcome.ok || outcome.failure.status === 401;
    return isOver ? goTo(visit, `${PAGE_PATHS.logIn}?notice=logged-out`) : page(visit, outcome.failure);
  });
};

const page = (visit: Visit, failure?: FormFailure): FastifyReply => {
  const { texts } = visit;
  return sendPage(visit, {
    title: texts.logOut,
    failure,
    content: html`
      <p>${texts.logOutAbout}</p>
      ${form({ action: PAGE_PATHS.logOut, submit: texts.logOut, fields: [], failure })}
    `,
  });
};
