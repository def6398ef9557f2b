import type { Address, GeoPoint, MetroStation } from '@job-scope/vacancies-domain';
import type { ItemReader } from '../http-source/item-reader';

/** Null if the vacancy has no address, or one that says nothing. */
export const mapAddress = (item: ItemReader): Address | null => {
  const node = item.optionalObject('address');
  if (!node) return null;
  const [city, street, building] = ['city', 'street', 'building'].map((key) => node.optionalText(key));
  const parts = [city, street, building].filter((part) => part);
  const address: Address = {
    city: city ?? null,
    street: street ?? null,
    building: building ?? null,
    description: node.optionalText('description'),
    text: node.optionalText('raw') ?? (parts.join(', ') || null),
    point: pointOf(node),
    metro: node.objects('metro_stations').map(toStation),
  };
  const { metro, ...texts } = address;
  return metro.length > 0 || Object.values(texts).some((part) => part !== null) ? address : null;
};

const toStation = (node: ItemReader): MetroStation => ({
  id: node.id('station_id'),
  name: node.text('station_name'),
  line: { id: node.id('line_id'), name: node.text('line_name') },
  point: pointOf(node),
});

/** Half a point, or one beside the globe, is none. */
const pointOf = (node: ItemReader): GeoPoint | null => {
  const [lat, lng] = [node.optionalNumber('lat'), node.optionalNumber('lng')];
  return lat === null || lng === null || Math.abs(lat) > 90 || Math.abs(lng) > 180 ? null : { lat, lng };
};
