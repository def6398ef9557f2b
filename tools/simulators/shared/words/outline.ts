import type { Dice } from '../random/dice';
import { Draw } from '../random/draw';
import { Weighted } from '../random/weighted';
import { PROFILES, type RoleProfile } from './profiles';

const PROFILE_CHOICE = new Weighted(PROFILES, ({ weight }) => weight);
const EXPERIENCE_CHOICE = Weighted.of({ noExperience: 20, between1And3: 42, between3And6: 30, moreThan6: 8 });

/** What the words of an invented vacancy follow from; searching by text reads it for every row. */
export interface Outline {
  readonly dice: Dice;
  readonly profile: RoleProfile;
  /** An id of HeadHunter's dictionary; other sources say it in their own way. */
  readonly experience: string;
  /** Position of the company. */
  readonly employer: number;
  /** The company does not show who it is. */
  readonly anonymous: boolean;
}

/** @param employers how many there are @param profiles who is looked for; anyone, unless the source is a special one */
export function outlineVacancy(
  dice: Dice,
  employers: number,
  profiles: Weighted<RoleProfile> = PROFILE_CHOICE,
): Outline {
  return {
    dice,
    profile: profiles.at(dice.unit(Draw.Profile)),
    experience: EXPERIENCE_CHOICE.at(dice.unit(Draw.Experience)),
    // Squared, so that some employers have many vacancies and most have few.
    employer: Math.floor(dice.unit(Draw.Employer) ** 2 * employers),
    anonymous: dice.chance(Draw.Anonymous, 0.01),
  };
}
