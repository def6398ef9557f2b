import { Weighted } from '@job-scope/simulator-shared';
import type { AreaDirectory } from '../../directories/areas';
import { payLevel, PLACES } from './places';

/** A place with everything a vacancy derives from it. */
export interface City {
  id: string;
  /** Russian: addresses are not translated. */
  name: string;
  /** Position in the area directory. */
  area: number;
  /** Id of the country. */
  country: string;
  payLevel: number;
  /** Missing for regions, which have no addresses. */
  lat?: number;
  lng?: number;
}

/** Places in proportion to their vacancies. */
export function weighCities(areas: AreaDirectory): Weighted<City> {
  const cities = PLACES.map(([id, weight, lat, lng]): { weight: number; city: City } => {
    const area = areas.position(id) as number;
    const country = areas.root(area);
    return {
      weight,
      city: { id, name: areas.name(area, 'RU'), area, country, payLevel: payLevel(id, country), lat, lng },
    };
  });
  const weights = new Map(cities.map(({ city, weight }) => [city, weight]));
  return new Weighted<City>([...weights.keys()], (city) => weights.get(city) ?? 0);
}
