import type { RefusalPage } from '@job-scope/platform-nest';
import { html } from './html';
import { localPath } from './local-path';
import { PAGE_PATHS } from './page-paths';
import { goTo, sendPage, visitOf, wantsPage } from './visit';

/** Sends a visitor of a protected zone to log in and come back, and tells one who has logged in why not. */
export const zoneRefusalPage: RefusalPage = (request, reply, { status }) => {
  if (!wantsPage(request)) return false;
  const visit = visitOf(request, reply);
  if (status === 401) {
    void goTo(visit, `${PAGE_PATHS.logIn}${nextOf(request.url)}`);
  } else {
    const { texts } = visit;
    void sendPage(visit, {
      title: texts.denied,
      status,
      content: html`
        <p>${texts.deniedAbout}</p>
        <p><a href="${PAGE_PATHS.home}">${texts.toHome}</a></p>
      `,
    });
  }
  return true;
};

/** With its slashes as they are, for people to read. */
const nextOf = (url: string): string => {
  const path = localPath(url);
  return path === undefined ? '' : `?next=${encodeURIComponent(path).replaceAll('%2F', '/')}`;
};
