import type { MailLanguage } from '@job-scope/auth-domain';
import type { AccountMail } from '@job-scope/auth-ports';
import { escapeHtml } from '@job-scope/platform-nest';
import { mailPage, type Mail } from '@job-scope/platform-nest/mail';
import type { MailTexts } from './mail-texts';
import { ENGLISH } from './mail-texts.en';
import { RUSSIAN } from './mail-texts.ru';

const TEXTS: Readonly<Record<MailLanguage, MailTexts>> = { en: ENGLISH, ru: RUSSIAN };

const SIGNATURE = 'Job Scope';

/** The link that a mail carries, and for how many hours it is good. */
export interface WrittenLink {
  readonly url: string;
  readonly hours: number;
}

type Addressed = Pick<AccountMail, 'kind' | 'language' | 'displayName'>;

/** The words of a mail, twice: as plain text, and as HTML that loads nothing from anywhere. */
export const writeMail = (
  { kind, language, displayName }: Addressed,
  link: WrittenLink | undefined,
): Pick<Mail, 'subject' | 'text' | 'html'> => {
  const { greeting, linkIsGood, mails } = TEXTS[language];
  const { subject, about, action, otherwise } = mails[kind];
  if ((action === undefined) !== (link === undefined)) throw new Error(`a mail "${kind}" has a link, or it has none`);
  const before = [greeting(nameIn(displayName)), about];
  const after = [...(link ? [linkIsGood(duration(link.hours, language))] : []), otherwise, SIGNATURE];
  return {
    subject,
    text: [...before, ...(link ? [`${action}:\n${link.url}`] : []), ...after].join('\n\n').concat('\n'),
    html: mailPage(language, subject, [
      ...before.map(escapeHtml),
      ...(link ? [`<a href="${escapeHtml(link.url)}">${escapeHtml(action ?? '')}</a>`] : []),
      ...after.map(escapeHtml),
    ]),
  };
};

const NAME_MAX_LENGTH = 50;
const NAME = /^\p{L}[\p{L}\p{M}'’-]*\.?(?: \p{L}[\p{L}\p{M}'’-]*\.?)*$/u;

/** Strangers can name an account as they like, and have mail sent to others: only what can be a name is shown. */
const nameIn = (text: string | null): string | undefined =>
  text !== null && text.length <= NAME_MAX_LENGTH && NAME.test(text) ? text : undefined;

const duration = (hours: number, language: MailLanguage): string => {
  const [value, unit] = hours > 24 && hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
};
