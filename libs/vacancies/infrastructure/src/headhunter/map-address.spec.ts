import { ItemReader } from '../http-source/item-reader';
import { mapAddress } from './map-address';

const map = (address: unknown) => mapAddress(ItemReader.of({ address }));
const STATION = {
  ...{ station_id: '2.133', station_name: 'Сокол', line_id: '2', line_name: 'Замоскворецкая' },
  ...{ lat: 55.805564, lng: 37.515245 },
};

describe('mapAddress', () => {
  it('keeps all that an address says, each station with its line', () => {
    const address = {
      ...{ city: 'Москва', street: 'Ленинградский проспект', building: '70', description: 'со двора' },
      ...{ lat: 55.804521, lng: 37.519629, raw: 'Москва, Ленинградский проспект, 70', id: '10700278' },
      ...{ metro: STATION, metro_stations: [STATION, { ...STATION, station_id: '2.12', lat: null }] },
    };
    expect(map(address)).toEqual({
      ...{ city: 'Москва', street: 'Ленинградский проспект', building: '70', description: 'со двора' },
      text: 'Москва, Ленинградский проспект, 70',
      point: { lat: 55.804521, lng: 37.519629 },
      metro: [
        {
          ...{ id: '2.133', name: 'Сокол', line: { id: '2', name: 'Замоскворецкая' } },
          point: { lat: 55.805564, lng: 37.515245 },
        },
        { id: '2.12', name: 'Сокол', line: { id: '2', name: 'Замоскворецкая' }, point: null },
      ],
    });
  });

  it.each([
    [{ city: 'Москва', street: null, building: null, raw: null }, 'Москва'],
    [{ city: 'Москва', building: '70' }, 'Москва, 70'],
    [{ city: 'Москва', raw: 'у метро' }, 'у метро'],
    [{ description: 'у метро' }, null],
  ])('V-20: writes %p in one line without what is not known', (address, text) => {
    expect(map(address)?.text).toBe(text);
  });

  it.each([
    { lat: 1, lng: null },
    { lat: null, lng: 1 },
    { lat: 91, lng: 1 },
    { lat: 1, lng: -181 },
  ])('takes %p for no point', (half) => expect(map({ city: 'Москва', ...half })?.point).toBeNull());

  it('keeps the point on the equator and the meridian', () => {
    expect(map({ lat: 0, lng: 0 })?.point).toEqual({ lat: 0, lng: 0 });
  });

  it.each([null, undefined, {}, { city: null, metro_stations: [] }, { id: '1', raw: '' }])(
    'takes %p for no address',
    (address) => expect(map(address)).toBeNull(),
  );

  it('names the station that cannot be read', () => {
    expect(() => map({ metro_stations: [STATION, { ...STATION, line_id: null }] })).toThrow(
      'address.metro_stations[1].line_id must be an identifier, is null',
    );
  });
});
