import { Draw, outlineVacancy, type Dice, type Outline, type Weighted } from '@job-scope/simulator-shared';
import { neighbouringRoles } from '../../directories/professional-roles';
import type { EmployerDirectory } from '../employer-directory';
import { hasAddress } from './address';
import type { City } from './cities';
import { inventSalary, type Salary } from './salary';
import { inventConditions, type Conditions } from './schedule';

const TWO_ROLES_SHARE = 0.06;

/** What is decided about an invented vacancy before anything of it is written down. */
export interface Draft extends Outline {
  /** Role ids; a few vacancies name two. */
  roles: string[];
  city: City;
  withAddress: boolean;
  conditions: Conditions;
  salary: Salary | null;
  responses: number;
  acceptHandicapped: boolean;
  acceptKids: boolean;
  internship: boolean;
}

export function draftVacancy(dice: Dice, cities: Weighted<City>, employers: EmployerDirectory): Draft {
  const outline = outlineVacancy(dice, employers.size);
  const { profile } = outline;
  const city = cities.at(dice.unit(Draw.Area));
  const conditions = inventConditions(dice, profile);
  return {
    ...outline,
    roles: rolesOf(dice, profile),
    city,
    withAddress: hasAddress(dice, city),
    conditions,
    salary: inventSalary(outline, city, conditions.rotation),
    responses: Math.floor(dice.unit(Draw.Responses) ** 2 * 150),
    acceptHandicapped: dice.chance(Draw.Handicapped, 0.06),
    acceptKids: profile.pay !== undefined && dice.chance(Draw.Kids, 0.05),
    internship: conditions.employment === 'probation',
  };
}

function rolesOf(dice: Dice, profile: Outline['profile']): string[] {
  if (!dice.chance(Draw.TwoRoles, TWO_ROLES_SHARE)) return [profile.role];
  return [profile.role, dice.pick(Draw.SecondRole, neighbouringRoles(profile.role))];
}
