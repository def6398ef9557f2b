import { Draw, Weighted, type Dice } from '@job-scope/simulator-shared';

const DAY = 86_400;
const MOSCOW_OFFSET = 3 * 3600;
/** A publication lives 30 days. */
const PUBLICATION_DAYS = 30;
/** Prolongations happen about every three days. */
const RAISE_INTERVAL = 3 * DAY;

/** Share of each hour of the day (Moscow time): offices publish, nights are quiet. */
const HOURS = new Weighted(
  [1, 1, 1, 1, 1, 2, 3, 6, 12, 20, 24, 24, 22, 20, 22, 22, 20, 16, 10, 7, 5, 4, 3, 2].map((weight, hour) => ({
    hour,
    weight,
  })),
  ({ weight }) => weight,
);

/**
 * One vacancy in 256 was prolonged by one robot in one minute of yesterday, so that in a large data set
 * even the narrowest date window exceeds the depth limit and a collector must split by another filter.
 */
const BURST_SHARE = 1 / 256;
const BURST_SECOND = 10 * 3600;

/** @returns seconds since the epoch, within the 30 days before `now` */
export function inventPublishedAt(dice: Dice, now: number): number {
  const today = now - ((now + MOSCOW_OFFSET) % DAY);
  if (dice.chance(Draw.Burst, BURST_SHARE)) return today - DAY + BURST_SECOND + dice.below(Draw.Second, 60);
  const { hour } = HOURS.at(dice.unit(Draw.Hour));
  const at = today - dice.below(Draw.Day, PUBLICATION_DAYS) * DAY + hour * 3600 + dice.below(Draw.Second, 3600);
  return at > now ? at - PUBLICATION_DAYS * DAY : at;
}

/** When the vacancy was first published: its present date is that of the last prolongation. */
export function inventCreatedAt(dice: Dice, publishedAt: number): number {
  return publishedAt - dice.below(Draw.Raises, 8) * RAISE_INTERVAL;
}
