import { Draw, type Dice } from '@job-scope/simulator-shared';

const TAIL_BASE = 0x0242_ac00_0000;
const TAIL_STRIDE = 7919;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-11f0-[0-9a-f]{4}-([0-9a-f]{12})$/;

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** The UUID of a row. */
export function uuidOf(dice: Dice, row: number): string {
  const [time, variant] = [dice.below(Draw.Identity, 2 ** 32), dice.below(Draw.IdentityVariant, 2 ** 14)];
  const tail = TAIL_BASE + row * TAIL_STRIDE;
  return `${hex(time, 8)}-${hex(time % 0xfff1, 4)}-11f0-${hex(0x8000 + variant, 4)}-${hex(tail, 12)}`;
}

/** The row that a UUID may belong to; whether it does, `uuidOf` tells. */
export function rowIn(uuid: string): number | undefined {
  const tail = UUID.exec(uuid)?.[1];
  if (tail === undefined) return undefined;
  const row = (Number.parseInt(tail, 16) - TAIL_BASE) / TAIL_STRIDE;
  return Number.isInteger(row) && row >= 0 ? row : undefined;
}
