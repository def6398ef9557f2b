import data from './data/metro.json';

/** A station as an address carries it. */
export interface MetroStation {
  station_id: string;
  station_name: string;
  line_id: string;
  line_name: string;
  lat: number;
  lng: number;
}

const LINE_AND_STATION_IDS = new Set(
  data.flatMap((city) => city.lines.flatMap((line) => [line.id, ...line.stations.map((station) => station.id)])),
);

/** Stations of a city (by area id), line after line; none when it has no metro. */
export function stationsOf(cityId: string): readonly MetroStation[] {
  return STATIONS.get(cityId) ?? [];
}

const STATIONS = new Map<string, MetroStation[]>(
  data.map((city) => [
    city.id,
    city.lines.flatMap((line) =>
      line.stations.map((station) => ({
        station_id: station.id,
        station_name: station.name,
        line_id: line.id,
        line_name: line.name,
        lat: station.lat,
        lng: station.lng,
      })),
    ),
  ]),
);

/** Whether `metro` names a known line (`2`) or station (`2.133`). */
export function isMetro(id: string): boolean {
  return LINE_AND_STATION_IDS.has(id);
}

/** The body of /metro. */
export function metro(): unknown[] {
  return data.map((city) => ({ ...city, url: `https://api.hh.ru/metro/${city.id}` }));
}

/** The body of /metro/{city}. */
export function metroOf(cityId: string): unknown {
  return data.find((city) => city.id === cityId);
}
