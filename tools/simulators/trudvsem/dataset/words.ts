import { Draw, PROFILES, Weighted, type Dice, type RoleProfile } from '@job-scope/simulator-shared';

/** A state portal: workers rather than programmers, and hardly any English. */
export const PROFILE_CHOICE = new Weighted(PROFILES, ({ weight, pay, language }) => {
  if (language === 'EN') return weight * 0.05;
  return pay === undefined ? weight * 0.5 : weight * 3;
});

const EDUCATION = Weighted.of({
  'Среднее профессиональное': 45,
  Среднее: 25,
  Высшее: 20,
  'Высшее образование — бакалавриат': 4,
  'Не указано': 6,
});

/** By the id of the profession; what is not named here is the last. */
const SPECIALISATIONS: readonly (readonly [name: string, roles: readonly string[]])[] = [
  [
    'Информационные технологии, телекоммуникации, связь',
    ['96', '104', '107', '113', '116', '124', '160', '165', '148'],
  ],
  ['Транспорт, автобизнес, логистика, склад, ВЭД', ['21', '58', '131', '52']],
  ['Здравоохранение и социальное обеспечение', ['24', '64']],
  ['Образование, наука', ['132']],
  ['Продажи, закупки, снабжение, торговля', ['70', '97', '6', '66', '83']],
  ['Услуги населению, сервисное обслуживание', ['94', '89', '90']],
  ['Строительство, ремонт, стройматериалы, недвижимость', ['48', '109', '143']],
  ['Бухгалтерия, налоги, управленческий учет', ['18', '134']],
  ['Управление персоналом, кадровая служба', ['118']],
  ['Юриспруденция', ['146']],
];
const OTHER_SPECIALISATION = 'Административная работа, секретариат, АХО';

export const specialisationOf = ({ role }: RoleProfile): string =>
  SPECIALISATIONS.find(([, roles]) => roles.includes(role))?.[0] ?? OTHER_SPECIALISATION;

/** Full years. */
const EXPERIENCE_YEARS: Record<string, number> = { noExperience: 0, between1And3: 1, between3And6: 3, moreThan6: 6 };

export const requirementOf = (dice: Dice, experience: string) => ({
  education: EDUCATION.at(dice.unit(Draw.Education)),
  experience: EXPERIENCE_YEARS[experience] as number,
});

const SCHEDULES = Weighted.of({
  'Полный рабочий день': 70,
  'Сменный график': 18,
  'Гибкий график': 4,
  'Неполный рабочий день': 5,
  'Ненормированный рабочий день': 3,
});
const EMPLOYMENTS = Weighted.of({
  'Полная занятость': 88,
  'Частичная занятость': 6,
  Временная: 4,
  Сезонная: 1,
  Стажировка: 1,
});

export function conditionsOf(
  dice: Dice,
  { remote, rotation = 0 }: RoleProfile,
): { schedule: string; employment: string } {
  const unit = dice.unit(Draw.Schedule);
  if (unit < remote) return { schedule: 'Полный рабочий день', employment: 'Удаленная' };
  if (unit < remote + rotation) return { schedule: 'Вахтовый метод', employment: 'Полная занятость' };
  return { schedule: SCHEDULES.at(dice.unit(Draw.WorkFormat)), employment: EMPLOYMENTS.at(dice.unit(Draw.Employment)) };
}
