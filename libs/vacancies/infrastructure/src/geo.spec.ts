import fc from 'fast-check';
import { chordOf, distanceBetween, placeOf } from './geo';

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});

const axesOf = (place: string): readonly number[] => place.slice(1, -1).split(',').map(Number);

it('knows how far apart cities are', () => {
  const [moscow, petersburg] = [
    { lat: 55.7558, lng: 37.6173 },
    { lat: 59.9343, lng: 30.3351 },
  ];
  expect(distanceBetween(moscow, petersburg) / 1000).toBeCloseTo(633, 0);
  expect(distanceBetween({ lat: 65, lng: 179.99 }, { lat: 65, lng: -179.99 })).toBeLessThan(1000);
});

it('orders places through the ground as over it', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const [p, q] = [axesOf(placeOf(a)), axesOf(placeOf(b))];
      const straight = Math.hypot(...p.map((axis, i) => axis - (q[i] ?? NaN)));
      expect(Math.abs(chordOf(distanceBetween(a, b)) - straight)).toBeLessThan(1);
    }),
  );
});

it('takes more than half the way round the earth for everywhere', () => {
  expect(chordOf(1e12)).toBe(chordOf(20_100_000));
});
