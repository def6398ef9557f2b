import { Draw, type Dice } from '@job-scope/simulator-shared';

const DAY = 86_400;
/** Adverts that nobody has touched for years stay in the feed. */
const STALE_SHARE = 0.1;
const STALE_DAYS = { least: 200, most: 2200 };
const FRESH_DAYS = 30;
/**
 * One vacancy in 64 came with one nightly import in one second, so that in a large data set even the narrowest window of
 * `modifiedFrom` and `modifiedTo` is deeper than pages reach, and a collector must split by region.
 */
const IMPORT_SHARE = 1 / 64;
const IMPORT_AGE = 33_780;

/** Seconds since the epoch. */
export function inventModifiedAt(dice: Dice, now: number): number {
  if (dice.chance(Draw.Burst, IMPORT_SHARE)) return now - IMPORT_AGE;
  if (dice.chance(Draw.Stale, STALE_SHARE)) {
    const days = STALE_DAYS.least + dice.below(Draw.Age, STALE_DAYS.most - STALE_DAYS.least);
    return now - days * DAY - dice.below(Draw.Second, DAY);
  }
  return now - dice.below(Draw.Age, FRESH_DAYS * DAY);
}

/** A vacancy is created on the day it is first seen, and may be modified for months. */
export function inventCreatedAt(dice: Dice, inventedModifiedAt: number): number {
  return inventedModifiedAt - Math.floor(dice.unit(Draw.Created) ** 3 * 400) * DAY;
}
