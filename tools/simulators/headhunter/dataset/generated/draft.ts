import { neighbouringRoles } from '../../directories/professional-roles';
import type { EmployerDirectory } from '../employer-directory';
import { hasAddress } from './address';
import type { City } from './cities';
import { Dice, Draw } from './dice';
import { PROFILES, type RoleProfile } from './profiles';
import { inventSalary, type Salary } from './salary';
import { inventConditions, type Conditions } from './schedule';
import { Weighted } from './weighted';

const PROFILE_CHOICE = new Weighted(PROFILES, ({ weight }) => weight);
const EXPERIENCE_CHOICE = Weighted.of({ noExperience: 20, between1And3: 42, between3And6: 30, moreThan6: 8 });
const TWO_ROLES_SHARE = 0.06;

/** What is decided about an invented vacancy before anything of it is written down. */
export interface Draft {
  dice: Dice;
  profile: RoleProfile;
  /** Role ids; a few vacancies name two. */
  roles: string[];
  city: City;
  withAddress: boolean;
  /** Position in the employer directory. */
  employer: number;
  anonymous: boolean;
  experience: string;
  conditions: Conditions;
  salary: Salary | null;
  responses: number;
  acceptHandicapped: boolean;
  acceptKids: boolean;
  internship: boolean;
}

/** The part of a draft that the words of a vacancy need; searching by text reads it for every row. */
export type Outline = Pick<Draft, 'dice' | 'profile' | 'experience' | 'employer' | 'anonymous'>;

export function outlineVacancy(dice: Dice, employers: EmployerDirectory): Outline {
  return {
    dice,
    profile: PROFILE_CHOICE.at(dice.unit(Draw.Profile)),
    experience: EXPERIENCE_CHOICE.at(dice.unit(Draw.Experience)),
    // Squared, so that some employers have many vacancies and most have few.
    employer: Math.floor(dice.unit(Draw.Employer) ** 2 * employers.size),
    anonymous: dice.chance(Draw.Anonymous, 0.01),
  };
}

export function draftVacancy(dice: Dice, cities: Weighted<City>, employers: EmployerDirectory): Draft {
  const { profile, experience, employer, anonymous } = outlineVacancy(dice, employers);
  const city = cities.at(dice.unit(Draw.Area));
  const conditions = inventConditions(dice, profile);
  return {
    dice,
    profile,
    roles: rolesOf(dice, profile),
    city,
    withAddress: hasAddress(dice, city),
    employer,
    anonymous,
    experience,
    conditions,
    salary: inventSalary(dice, { profile, experience, city, rotation: conditions.rotation }),
    responses: Math.floor(dice.unit(Draw.Responses) ** 2 * 150),
    acceptHandicapped: dice.chance(Draw.Handicapped, 0.06),
    acceptKids: profile.pay !== undefined && dice.chance(Draw.Kids, 0.05),
    internship: conditions.employment === 'probation',
  };
}

function rolesOf(dice: Dice, profile: RoleProfile): string[] {
  if (!dice.chance(Draw.TwoRoles, TWO_ROLES_SHARE)) return [profile.role];
  return [profile.role, dice.pick(Draw.SecondRole, neighbouringRoles(profile.role))];
}
