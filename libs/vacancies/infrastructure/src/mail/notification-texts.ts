import type { MailLanguage } from '@job-scope/vacancies-domain';

export interface NotificationTexts {
  readonly subject: (name: string, total: string) => string;
  /** Said before a list of them. */
  readonly about: (name: string, total: string) => string;
  readonly more: string;
  readonly moreAction: string;
  readonly unsubscribe: string;
  readonly why: string;
  readonly from: (amount: string) => string;
  readonly to: (amount: string) => string;
  readonly period: Readonly<Record<'month' | 'hour' | 'shift' | 'fly-in-fly-out' | 'project', string>>;
  /** How many vacancies, in words that agree with the number. */
  readonly vacancies: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
}

export const NOTIFICATION_TEXTS: Readonly<Record<MailLanguage, NotificationTexts>> = {
  en: {
    subject: (name, total) => `${name}: ${total}`,
    about: (name, total) => `Your saved search “${name}” has found ${total}.`,
    more: 'These are the latest; the others can be found by the same search.',
    moreAction: 'All that the search finds',
    unsubscribe: 'No more of these mails',
    why: 'Job Scope sends you this mail because you have saved this search.',
    from: (amount) => `from ${amount}`,
    to: (amount) => `up to ${amount}`,
    period: { month: 'a month', hour: 'an hour', shift: 'a shift', 'fly-in-fly-out': 'a rotation', project: 'in all' },
    vacancies: { one: 'new vacancy', other: 'new vacancies' },
  },
  ru: {
    subject: (name, total) => `${name}: ${total}`,
    about: (name, total) => `По сохранённому поиску «${name}» найдено: ${total}.`,
    more: 'Здесь показаны самые свежие; остальные можно найти тем же поиском.',
    moreAction: 'Всё, что находит поиск',
    unsubscribe: 'Больше не присылать',
    why: 'Job Scope прислал это письмо, потому что вы сохранили этот поиск.',
    from: (amount) => `от ${amount}`,
    to: (amount) => `до ${amount}`,
    period: { month: 'в месяц', hour: 'в час', shift: 'за смену', 'fly-in-fly-out': 'за вахту', project: 'за проект' },
    vacancies: { one: 'новая вакансия', few: 'новые вакансии', many: 'новых вакансий', other: 'новых вакансий' },
  },
};
