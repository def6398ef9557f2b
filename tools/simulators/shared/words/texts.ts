import type { Dice } from '../random/dice';
import { Draw } from '../random/draw';
import type { Outline } from './outline';
import type { RoleProfile } from './profiles';

const GRADES: Record<string, { international: readonly string[]; russian: readonly string[] }> = {
  noExperience: { international: ['Junior', 'Trainee'], russian: ['Младший', 'Стажёр:'] },
  between1And3: { international: ['Junior', 'Middle', 'Junior+'], russian: ['Младший', ''] },
  between3And6: { international: ['Middle', 'Senior', 'Middle+'], russian: ['Старший', 'Ведущий'] },
  moreThan6: { international: ['Senior', 'Lead', 'Senior+'], russian: ['Ведущий', 'Главный'] },
};

const EXPERIENCE_PHRASES: Record<string, { RU: string; EN: string }> = {
  noExperience: { RU: 'Готовность учиться, опыт не обязателен', EN: 'Willingness to learn, no experience required' },
  between1And3: { RU: 'Опыт работы от одного года', EN: 'At least one year of relevant experience' },
  between3And6: { RU: 'Опыт работы от трёх лет', EN: 'At least three years of relevant experience' },
  moreThan6: { RU: 'Опыт работы от шести лет', EN: 'Six or more years of relevant experience' },
};

const SUFFIXES: Record<'RU' | 'EN', readonly string[]> = {
  RU: ['(срочно)', '(новый проект)', '(в офис)', '(с обучением)', '(развитие с нуля)', '(команда платформы)'],
  EN: ['(new team)', '(relocation)', '(B2B)', '(platform team)'],
};

/** The words of a vacancy. */
export interface Texts {
  title: string;
  requirements: string[];
  duties: string[];
}

export function inventTexts({ dice, profile, experience }: Outline): Texts {
  const phrase = EXPERIENCE_PHRASES[experience] as { RU: string; EN: string };
  return {
    title: inventTitle(dice, profile, experience),
    requirements: [phrase[profile.language ?? 'RU'], ...dice.pickSome(Draw.Requirements, profile.requirements, 4)],
    duties: dice.pickSome(Draw.Duties, profile.duties, 4),
  };
}

function inventTitle(dice: Dice, profile: RoleProfile, experience: string): string {
  const title = withGrade(dice, profile, experience, dice.pick(Draw.Title, profile.titles));
  if (!dice.chance(Draw.SuffixShown, 0.12)) return title;
  return `${title} ${dice.pick(Draw.Suffix, SUFFIXES[profile.language ?? 'RU'])}`;
}

function withGrade(dice: Dice, profile: RoleProfile, experience: string, title: string): string {
  const style = profile.grades;
  const unit = dice.unit(Draw.GradeStyle);
  if (style === 'none' || unit < 0.4) return title;
  const grade = dice.pick(Draw.Grade, (GRADES[experience] as (typeof GRADES)[string])[style]);
  if (!grade) return title;
  if (style === 'international' && unit > 0.75) return `${title} (${grade})`;
  return `${grade} ${style === 'russian' ? lowerFirst(title) : title}`;
}

/** "Ведущий бухгалтер", but "Ведущий QA-инженер" and "Главный BI-аналитик". */
function lowerFirst(title: string): string {
  return /^[А-ЯЁ][а-яё]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
