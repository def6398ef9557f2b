import { escapeHtml } from '@job-scope/platform-nest';
import { mailPage, type Mail } from '@job-scope/platform-nest/mail';
import { minorUnitsPerMajor, type MailLanguage, type Salary } from '@job-scope/vacancies-domain';
import type { NewVacancy, NotificationMail } from '@job-scope/vacancies-ports';
import { NOTIFICATION_TEXTS } from './notification-texts';

export interface NotificationLinks {
  readonly more: string;
  readonly unsubscribe: string;
}

/** As a mail shows it; its texts are of strangers. */
interface ShownVacancy {
  readonly title: string;
  /** Employer, place and salary, as far as they are known. */
  readonly about: string;
  /** Undefined if it is none that a browser should open. */
  readonly url: string | undefined;
}

/** The words of a mail, twice: as plain text, and as HTML that loads nothing from anywhere. */
export const writeNotification = (
  { search, vacancies, total }: Pick<NotificationMail, 'search' | 'vacancies' | 'total'>,
  links: NotificationLinks,
): Pick<Mail, 'subject' | 'text' | 'html'> => {
  const { language } = search;
  const texts = NOTIFICATION_TEXTS[language];
  const [name, count] = [oneLine(search.name), countOf(total, language)];
  const [subject, about] = [texts.subject(name, count), texts.about(name, count)];
  const shown = vacancies.map((vacancy) => show(vacancy, language));
  const more = total > vacancies.length ? [texts.more] : [];
  return {
    subject,
    text: [
      ...[about, ...shown.map(({ title, about: rest, url }) => [title, rest, url].filter(Boolean).join('\n')), ...more],
      ...[`${texts.moreAction}:\n${links.more}`, `${texts.why}\n${texts.unsubscribe}:\n${links.unsubscribe}`],
    ]
      .join('\n\n')
      .concat('\n'),
    html: mailPage(language, subject, [
      ...[escapeHtml(about), ...shown.map(htmlOf), ...more.map(escapeHtml), link(links.more, texts.moreAction)],
      `${escapeHtml(texts.why)} ${link(links.unsubscribe, texts.unsubscribe)}`,
    ]),
  };
};

const show = ({ title, employer, area, salary, url }: NewVacancy, language: MailLanguage): ShownVacancy => ({
  title: oneLine(title),
  about: [employer, area, salary && salaryOf(salary, language)]
    .flatMap((part) => (part ? [oneLine(part)] : []))
    .join(', '),
  url: URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? new URL(url).href : undefined,
});

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

const countOf = (total: number, language: MailLanguage): string => {
  const { vacancies } = NOTIFICATION_TEXTS[language];
  const form = vacancies[new Intl.PluralRules(language).select(total)] ?? vacancies.other;
  return `${new Intl.NumberFormat(language).format(total)} ${form}`;
};

const salaryOf = ({ fromMinor, toMinor, currency, period }: Salary, language: MailLanguage): string => {
  const texts = NOTIFICATION_TEXTS[language];
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
  const amount = (minor: number) => format.format(minor / minorUnitsPerMajor(currency));
  const bounds = [
    ...(fromMinor === null ? [] : [texts.from(amount(fromMinor))]),
    ...(toMinor === null ? [] : [texts.to(amount(toMinor))]),
  ];
  return [...bounds, texts.period[period]].join(' ');
};

const htmlOf = ({ title, about, url }: ShownVacancy): string => {
  const heading = url === undefined ? escapeHtml(title) : link(url, title);
  return about === '' ? heading : `${heading}<br>${escapeHtml(about)}`;
};

const link = (url: string, text: string): string => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
