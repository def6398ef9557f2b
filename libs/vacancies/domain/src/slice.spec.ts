import fc from 'fast-check';
import { bisectByTime, EVERYTHING, type Slice } from './slice';

const GRAIN = 300_000;
const NOW = new Date('2026-05-01T12:00:00Z');
const moment = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: NOW, noInvalidDate: true });
const bound = fc.option(moment, { nil: null });

/** As a source filters that rounds the bounds it is given to the nearest five minutes. */
const shows = ({ publishedFrom, publishedTo }: Slice, at: Date): boolean => {
  const rounded = (date: Date) => Math.round(date.getTime() / GRAIN) * GRAIN;
  return (
    (!publishedFrom || at.getTime() >= rounded(publishedFrom)) && (!publishedTo || at.getTime() <= rounded(publishedTo))
  );
};

const widthOf = ({ publishedFrom, publishedTo }: Slice): number =>
  (publishedTo ?? NOW).getTime() - (publishedFrom?.getTime() ?? Date.UTC(2000, 0, 1));

describe('bisectByTime', () => {
  it('V-5: leaves no moment of the slice out, however the source rounds', () => {
    fc.assert(
      fc.property(bound, bound, moment, (publishedFrom, publishedTo, at) => {
        const slice = { ...EVERYTHING, publishedFrom, publishedTo };
        const halves = bisectByTime(slice, NOW);
        fc.pre(halves.length > 0 && (!publishedFrom || at >= publishedFrom) && (!publishedTo || at <= publishedTo));
        expect(halves.some((half) => shows(half, at))).toBe(true);
      }),
    );
  });

  it('comes to an end: each half is shorter, and what cannot become shorter is not cut', () => {
    fc.assert(
      fc.property(bound, bound, (publishedFrom, publishedTo) => {
        const slice = { ...EVERYTHING, publishedFrom, publishedTo };
        for (const half of bisectByTime(slice, NOW))
          expect(widthOf(half)).toBeLessThan(Math.ceil(widthOf(slice) / GRAIN + 1) * GRAIN);
        expect(depthOf(slice)).toBeLessThan(40);
      }),
    );
  });

  it('keeps open ends open, so that nothing new is lost, and keeps the filters', () => {
    const [older, newer] = bisectByTime({ ...EVERYTHING, filters: { area: '1' } }, NOW);
    expect(older).toMatchObject({ publishedFrom: null, filters: { area: '1' } });
    expect(newer).toMatchObject({ publishedTo: null, filters: { area: '1' } });
  });
});

const depthOf = (slice: Slice): number => {
  const [half] = bisectByTime(slice, NOW);
  return half ? 1 + depthOf(half) : 0;
};
