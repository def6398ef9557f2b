import { Draw, type Dice } from '@job-scope/simulator-shared';
import { stationsOf, type MetroStation } from '../../directories/metro';
import type { Address } from '../vacancy-source';
import type { City } from './cities';

/** 49 % of real items have an address (regions have none, so cities have more); nearly all of those in a city with a metro name a station. */
const SHOWN = 0.51;
const SEVERAL_STATIONS = 0.46;

const STREETS = [
  'улица Садовая',
  'проспект Мира',
  'улица Лесная',
  'улица Зелёная',
  'Набережная улица',
  'улица Победы',
  'Школьная улица',
  'Вокзальная улица',
  'улица Строителей',
  'Полевая улица',
  'Озёрная улица',
  'улица Космонавтов',
  'Заводская улица',
  'Центральная улица',
  'переулок Тихий',
  'бульвар Молодёжи',
];

export function hasAddress(dice: Dice, city: City): boolean {
  return city.lat !== undefined && dice.chance(Draw.Address, SHOWN);
}

export function inventAddress(dice: Dice, city: City): Address | null {
  if (!hasAddress(dice, city)) return null;
  const stations = inventStations(dice, city.id);
  const street = dice.pick(Draw.Street, STREETS);
  const building = String(1 + dice.below(Draw.Building, 120));
  const nearby = (draw: Draw, centre: number) => Number((centre + (dice.unit(draw) - 0.5) * 0.04).toFixed(6));
  return {
    city: city.name,
    street,
    building,
    lat: nearby(Draw.Latitude, stations[0]?.lat ?? (city.lat as number)),
    lng: nearby(Draw.Longitude, stations[0]?.lng ?? (city.lng as number)),
    description: null,
    raw: `${city.name}, ${street}, ${building}`,
    metro: stations[0] ?? null,
    metro_stations: stations,
    id: String(1_000_000 + dice.below(Draw.AddressId, 9_000_000)),
  };
}

function inventStations(dice: Dice, cityId: string): MetroStation[] {
  const stations = stationsOf(cityId);
  if (stations.length === 0) return [];
  const count = dice.chance(Draw.Interchange, SEVERAL_STATIONS) ? 2 + dice.below(Draw.InterchangeSize, 2) : 1;
  return dice.pickSome(Draw.Station, stations, count);
}
