import { html, type Html } from './html';
import { ICON_PATH } from './icon';
import { PAGE_PATHS } from './page-paths';
import { STYLE_PATH } from './style';
import type { Page, Visit } from './visit';

export const layout = ({ language, texts }: Visit, { title, content, status = 200 }: Page): Html =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${status >= 400 && `${texts.error}: `}${title}${title !== texts.site && ` – ${texts.site}`}</title>
        <link rel="icon" href="${ICON_PATH}" />
        <link rel="stylesheet" href="${STYLE_PATH}" />
      </head>
      <body>
        <header><a href="${PAGE_PATHS.home}">${texts.site}</a></header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `;
