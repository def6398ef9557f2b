import type { Address, GeoPoint } from '@job-scope/vacancies-domain';
import type { ItemReader } from '../http-source/item-reader';

/** The first address that says where; more of them stay in the payload. The portal writes it as one line. */
export const mapAddress = (item: ItemReader): Address | null => {
  const places = item.optionalObject('addresses')?.objects('address') ?? [];
  return places.map(toAddress).find((address) => address.text !== null || address.point !== null) ?? null;
};

const toAddress = (node: ItemReader): Address => ({
  city: null,
  street: null,
  building: null,
  description: null,
  text: node.optionalText('location')?.trim() || null,
  point: pointOf(node),
  metro: [],
});

/** Half a point, or one beside the globe, is none. */
const pointOf = (node: ItemReader): GeoPoint | null => {
  const [lat, lng] = [degreesOf(node.optionalText('lat')), degreesOf(node.optionalText('lng'))];
  return lat === null || lng === null || Math.abs(lat) > 90 || Math.abs(lng) > 180 ? null : { lat, lng };
};

/** Coordinates are texts. */
const degreesOf = (text: string | null): number | null =>
  text !== null && /^-?\d{1,3}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;
