import { Draw, formatMoscow, type JsonObject, type Texts } from '@job-scope/simulator-shared';
import { dictionaryEntry } from '../../directories/dictionaries';
import type { Face, View } from '../vacancy-source';
import type { Draft } from './draft';
import { inventCreatedAt } from './timeline';

const HEADINGS = {
  RU: { duties: 'Обязанности:', requirements: 'Требования:', conditions: 'Условия:' },
  EN: { duties: 'What you will do:', requirements: 'What we expect:', conditions: 'What we offer:' },
};
const CONDITIONS = {
  RU: [
    'Официальное оформление с первого дня',
    'Дружная команда<br />и понятные задачи',
    '<em>Обучение за счёт компании</em>',
  ],
  EN: [
    'Official employment from day one',
    'A friendly team<br />and clear goals',
    '<em>Paid courses and conferences</em>',
  ],
};

/** What only a full vacancy has. */
export function detailFields(draft: Draft, texts: Texts, face: Face, { locale }: View): JsonObject {
  const { dice, profile } = draft;
  return {
    description: describe(texts, profile.language ?? 'RU'),
    branded_description: null,
    key_skills: dice.pickSome(Draw.Skills, profile.skills, 5).map((name) => ({ name })),
    accept_handicapped: draft.acceptHandicapped,
    accept_kids: draft.acceptKids,
    allow_messages: true,
    approved: true,
    billing_type: dictionaryEntry(
      'vacancy_billing_type',
      dice.pick(Draw.Billing, ['standard', 'standard_plus', 'free']),
      locale,
    ),
    closed_for_applicants: null,
    code: null,
    driver_license_types: profile.role === '21' ? [{ id: dice.pick(Draw.Licence, ['B', 'C', 'CE']) }] : [],
    initial_created_at: formatMoscow(inventCreatedAt(dice, face.publishedAt)),
    languages:
      profile.language === 'EN'
        ? [
            {
              id: 'eng',
              name: locale === 'EN' ? 'English' : 'Английский',
              level: dictionaryEntry('language_level', 'b2', locale),
            },
          ]
        : [],
    negotiations_url: null,
    suitable_resumes_url: null,
    test: null,
    hidden: false,
  };
}

function describe(texts: Texts, language: 'RU' | 'EN'): string {
  const { duties, requirements, conditions } = HEADINGS[language];
  const list = (heading: string, lines: readonly string[]) =>
    `<p><strong>${heading}</strong></p> <ul>${lines.map((line) => ` <li>${escapeHtml(line)}</li>`).join('')} </ul>`;
  const offers = `<p><strong>${conditions}</strong></p> <p>${CONDITIONS[language].join('. ')}.</p>`;
  return [
    `<p>${escapeHtml(texts.title)}</p>`,
    list(duties, texts.duties),
    list(requirements, texts.requirements),
    offers,
  ].join(' ');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
