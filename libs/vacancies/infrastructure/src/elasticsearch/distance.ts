import type { GeoPoint } from '@job-scope/vacancies-domain';

/** The earth's mean radius, as the engine has it. */
const RADIUS_METRES = 6_371_008.7714;

/** Along the surface of a sphere. */
export const metresBetween = (a: GeoPoint, b: GeoPoint): number => {
  const [latA, latB] = [radians(a.lat), radians(b.lat)];
  const h =
    Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
