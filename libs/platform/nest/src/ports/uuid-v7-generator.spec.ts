import fc from 'fast-check';
import { UuidV7Generator } from './uuid-v7-generator';

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const millisOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

describe('UuidV7Generator', () => {
  it('makes ids that are well-formed and grow, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 48 - 2 }), { minLength: 2 }), (times) => {
        let i = 0;
        const generator = new UuidV7Generator(() => times[i++]!);
        const ids = times.map(() => generator.next());
        expect(ids).toEqual(ids.toSorted());
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(FORM);
      }),
    );
  });

  it('carries the time in milliseconds', () => {
    expect(millisOf(new UuidV7Generator(() => 1_700_000_000_123).next())).toBe(1_700_000_000_123);
  });

  it('makes ten thousand within one millisecond, all different and in order', () => {
    const generator = new UuidV7Generator(() => 1);
    const ids = Array.from({ length: 10_000 }, () => generator.next());
    expect(new Set(ids).size).toBe(10_000);
    expect(ids).toEqual(ids.toSorted());
    expect(millisOf(ids.at(-1)!)).toBe(1);
  });
});
