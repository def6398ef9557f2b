import type { GeoPoint } from '@job-scope/vacancies-domain';

/** The mean radius, as Elasticsearch has it. */
const EARTH_METRES = 6_371_008.7714;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The point on the sphere as a `cube` of no extent, in metres from the centre. */
export const placeOf = ({ lat, lng }: GeoPoint): string => {
  const onPlane = EARTH_METRES * Math.cos(radians(lat));
  const axes = [
    onPlane * Math.cos(radians(lng)),
    onPlane * Math.sin(radians(lng)),
    EARTH_METRES * Math.sin(radians(lat)),
  ];
  return `(${axes.join(',')})`;
};

/** How far apart two places are through the ground that are so far apart over it. */
export const chordOf = (metres: number): number =>
  2 * EARTH_METRES * Math.sin(Math.min(metres / EARTH_METRES, Math.PI) / 2);

/** Over the ground. */
export const distanceBetween = (a: GeoPoint, b: GeoPoint): number => {
  const [halfLat, halfLng] = [radians(b.lat - a.lat) / 2, radians(b.lng - a.lng) / 2];
  const haversine =
    Math.sin(halfLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(halfLng) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
};
