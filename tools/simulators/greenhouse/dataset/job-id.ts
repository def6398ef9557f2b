import { Draw, type Dice } from '@job-scope/simulator-shared';

/** Ids of today have ten digits: too many for a 32-bit integer. */
const FIRST = 4_000_000_000n;
const STRIDE = 1009n;
/** The document says int64. One job in 50 has an id that a double cannot hold: `JSON.parse` makes another number of it. */
const WIDE_SHARE = 1 / 50;
const FIRST_WIDE = 2n ** 53n + 1n;
const WIDE_STRIDE = 2n;

export function jobIdOf(dice: Dice, row: number): bigint {
  if (dice.chance(Draw.WideId, WIDE_SHARE)) return FIRST_WIDE + BigInt(row) * WIDE_STRIDE;
  return FIRST + BigInt(row) * STRIDE;
}

/** The row that an id may belong to; whether it does, `jobIdOf` tells. */
export function rowIn(id: string): number | undefined {
  if (!/^\d{1,19}$/.test(id)) return undefined;
  const value = BigInt(id);
  const [first, stride] = value >= FIRST_WIDE ? [FIRST_WIDE, WIDE_STRIDE] : [FIRST, STRIDE];
  const distance = value - first;
  return distance >= 0n && distance % stride === 0n ? Number(distance / stride) : undefined;
}
