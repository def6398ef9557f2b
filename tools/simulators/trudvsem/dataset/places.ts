import { Draw, type Dice, type JsonObject } from '@job-scope/simulator-shared';
import type { Region } from './regions';

const STREETS = [
  'ул. Ленина',
  'ул. Садовая',
  'пр-кт Мира',
  'ул. Заводская',
  'ул. Советская',
  'ул. Школьная',
  'пер. Тихий',
];
/** Shares of addresses as they come: none at all, one that nobody has put on a map, two at once. */
const NONE = 0.03;
const UNMAPPED = 0.08;
const TWO = 0.1;

/** Coordinates are texts. */
export function inventAddresses(dice: Dice, region: Region): JsonObject {
  const share = dice.unit(Draw.Address);
  if (share < NONE) return { address: [] };
  const location = `${region.name}, ${region.city}, ${dice.pick(Draw.Street, STREETS)}, ${1 + dice.below(Draw.Building, 120)}`;
  if (share < UNMAPPED) return { address: [{ location }] };
  const nearby = (draw: Draw, centre: number) => (centre + (dice.unit(draw) - 0.5) * 0.2).toFixed(6);
  const mapped = { location, lng: nearby(Draw.Longitude, region.lng), lat: nearby(Draw.Latitude, region.lat) };
  return { address: share < TWO ? [mapped, { location: `${region.name}, ${region.city}` }] : [mapped] };
}
