import type { Texts } from '@job-scope/simulator-shared';
import type { Board } from './boards';
import type { PayRange } from './pay';

const HEADINGS = {
  EN: { duties: 'What you will do', requirements: 'What we expect', news: 'This description has been revised.' },
  RU: { duties: 'Чем предстоит заниматься', requirements: 'Что мы ждём', news: 'Описание обновлено.' },
};

/**
 * The description as the API gives it: HTML in which every special character is an entity. An ampersand of the text is one
 * in HTML already, so it arrives encoded twice: `R&amp;amp;D`.
 */
export function contentOf(
  board: Board,
  { duties, requirements }: Texts,
  pay: readonly PayRange[],
  language: 'EN' | 'RU',
  edits: number,
): string {
  const heading = HEADINGS[language];
  const html = [
    introductionOf(board, language),
    section(heading.duties, duties),
    section(heading.requirements, requirements),
    edits === 0 ? '' : `<p>${heading.news} (${edits})</p>`,
    ...pay.map(payOf),
    '<div class="content-conclusion"><p><em>We are an equal opportunity employer.</em></p></div>',
  ];
  return encode(html.join('\n'));
}

/** Written once for the whole board and put before each description. */
const introductionOf = ({ name }: Board, language: 'EN' | 'RU'): string => {
  const about = language === 'EN' ? `At ${name}, R&D is where it begins.` : `В ${name} всё начинается с R&D.`;
  return `<div class="content-intro"><p><strong>${encode(name)}</strong><br>${encode(about)}&nbsp;</p></div>`;
};

const section = (title: string, phrases: readonly string[]): string =>
  `<h3>${title}</h3><ul>${phrases.map((phrase) => `<li style="font-weight: 400;">${encode(phrase)}</li>`).join('')}</ul>`;

const payOf = ({ title, min_cents, max_cents, currency_type, blurb }: PayRange): string => {
  const amount = (cents: number) => (cents / 100).toLocaleString('en-US');
  const range = `<span>${amount(min_cents)}</span><span class="divider">&mdash;</span><span>${amount(max_cents)} ${currency_type}</span>`;
  return (
    '<div class="content-pay-transparency"><div class="pay-input">' +
    `<div class="description">${blurb}</div><div class="title">${title}</div><div class="pay-range">${range}</div></div></div>`
  );
};

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
