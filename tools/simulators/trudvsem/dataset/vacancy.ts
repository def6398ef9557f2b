import { Draw, formatMoscow, inventTexts, type JsonObject, type Outline } from '@job-scope/simulator-shared';
import { showCompany, type Company } from './companies';
import { inventAddresses } from './places';
import { fullCode, type Region } from './regions';
import { inventSalary } from './salary';
import { conditionsOf, requirementOf, specialisationOf } from './words';

/** What a vacancy is before it is written down. */
export interface Draft extends Outline {
  readonly id: string;
  readonly region: Region;
  readonly company: Company;
  /** The portal says nothing of the company, although the link to the vacancy still holds its code. */
  readonly companyHidden: boolean;
}

/** What may change in the life of a vacancy. Seconds since the epoch. */
export interface Edition {
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly edits: number;
}

const REQUIREMENTS_MISSING = 0.1;
const SKILLS_SHOWN = 0.4;
const AGENCY = 'Служба занятости';

/** A vacancy as the portal writes it, hyphens and underscores as they come. */
export function showVacancy(draft: Draft, edition: Edition): JsonObject {
  const { dice, profile, region, company, id } = draft;
  const { title, requirements, duties } = inventTexts(draft);
  return {
    id,
    source: dice.chance(Draw.Source, 0.4) ? AGENCY : 'Работодатель',
    region: { region_code: fullCode(region), name: region.name },
    company: draft.companyHidden ? null : showCompany(company),
    'creation-date': formatMoscow(edition.createdAt).slice(0, 10),
    date_modify: formatMoscow(edition.modifiedAt),
    ...inventSalary(draft, region.payLevel, edition.edits),
    'job-name': title,
    vac_url: `https://trudvsem.ru/vacancy/card/${company.ogrn}/${id}`,
    ...conditionsOf(dice, profile),
    duty: dutyOf(duties, edition.edits),
    ...(!dice.chance(Draw.RequirementsMissing, REQUIREMENTS_MISSING) && {
      requirements: `${requirements.join('. ')}.`,
    }),
    category: { specialisation: specialisationOf(profile) },
    requirement: requirementOf(dice, draft.experience),
    addresses: inventAddresses(dice, region),
    ...(dice.chance(Draw.Handicapped, 0.06) && { social_protected: 'Инвалиды' }),
    ...(dice.chance(Draw.Kids, 0.15) && { term: { text: '<p>Социальный пакет</p>' } }),
    contact_list: [
      { contact_type: 'Телефон', contact_value: `+7(000)${String(1_000_000 + dice.below(Draw.Reviews, 9_000_000))}` },
    ],
    contact_person: 'Отдел кадров',
    work_places: 1 + Math.floor(dice.unit(Draw.Workplaces) ** 4 * 40),
    skills: dice.chance(Draw.SkillsShown, SKILLS_SHOWN) ? dice.pickSome(Draw.Skills, profile.skills, 4) : [],
    currency: '«руб.»',
  };
}

/** HTML as people paste it: with entities, and a line break that is not a paragraph. */
function dutyOf(duties: readonly string[], edits: number): string {
  const list = duties.map((duty) => `<li>${duty.replaceAll('&', '&amp;')}</li>`).join('');
  const news = edits === 0 ? '' : `<p>Условия изменены, редакция ${edits}</p>`;
  return `<p>Обязанности:&nbsp;<br></p><ul>${list}</ul>${news}`;
}
