import type { VacancyBoard } from '../dataset/vacancy-board';

const EARTH_RADIUS_METRES = 6_371_000;

type Point = { lat: number; lng: number };

/** Sorts rows by a key, ascending; rows with equal keys keep their order, which is newest first. */
export function sortBy(rows: number[], keyOf: (row: number) => number): number[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((left, right) => left.key - right.key)
    .map(({ row }) => row);
}

/** Vacancies without salary go last in both directions. */
export function salaryKey(board: VacancyBoard, direction: 'asc' | 'desc'): (row: number) => number {
  const column = board.column(direction === 'asc' ? 'salaryLow' : 'salaryHigh');
  return (row) => {
    const rubles = column[row] as number;
    if (rubles === 0) return Number.MAX_SAFE_INTEGER;
    return direction === 'asc' ? rubles : -rubles;
  };
}

/** Metres from a point to the address of a vacancy, or null without an address. */
export function distanceTo(board: VacancyBoard, point: Point): (row: number) => number | null {
  return (row) => {
    const { lat, lng } = board.address(row) ?? {};
    return lat == null || lng == null ? null : haversine(point, { lat, lng });
  };
}

function haversine(from: Point, to: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(to.lat - from.lat) / 2) ** 2;
  const east = Math.sin(radians(to.lng - from.lng) / 2) ** 2;
  const chord = north + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * east;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(chord));
}
