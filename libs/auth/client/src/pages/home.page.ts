import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from './html';
import { PAGE_PATHS } from './page-paths';
import { sendPage, visitOf } from './visit';

/** Where ordinary users arrive: what they can do here. */
export const sendHomePage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const visit = visitOf(request, reply);
  const { texts } = visit;
  const { principal } = request;
  const isSuperuser = principal.kind === 'user' && principal.superuser;
  return sendPage(visit, {
    title: texts.home,
    content: html`
      <p>${texts.homeAbout}</p>
      ${principal.kind === 'user' && html`<p class="notice">${texts.loggedIn}</p>`}
      <ul>
        <li><a href="/api/v1/vacancies/search?text=python">${texts.search}</a></li>
        <li><a href="/openapi.json">${texts.apiDocument}</a></li>
        ${isSuperuser && html`<li><a href="/docs">${texts.apiDocs}</a></li>`}
        ${
          principal.kind === 'user'
            ? html`<li><a href="${PAGE_PATHS.logOut}">${texts.logOut}</a></li>`
            : html`
                <li><a href="${PAGE_PATHS.logIn}">${texts.logIn}</a></li>
                <li><a href="${PAGE_PATHS.register}">${texts.noAccount}</a></li>
              `
        }
      </ul>
    `,
  });
};
