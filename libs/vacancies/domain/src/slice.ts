/**
 * A part of what a query asks for: what was published within bounds, both inclusive (null is unbounded), and fits the
 * filters. The filters are the source's own words, such as `{ area: '1' }`; only its adapter reads them. A source that
 * cannot be asked for times of publication reads the bounds as those of the times it has.
 */
export interface Slice {
  readonly publishedFrom: Date | null;
  readonly publishedTo: Date | null;
  readonly filters: Readonly<Record<string, string>>;
}

export const EVERYTHING: Slice = { publishedFrom: null, publishedTo: null, filters: {} };

/**
 * Sources show a vacancy some time after the moment that they call its publication, their clocks and ours differ, and
 * what is published again moves: an incremental run looks back so much further than its predecessor began.
 */
const OVERLAP_MS = 3_600_000;

/** What was published since the moment, and somewhat earlier. */
export const publishedSince = (moment: Date): Slice => ({
  ...EVERYTHING,
  publishedFrom: new Date(down(moment.getTime() - OVERLAP_MS)),
});

/** What a source rounds times to; bounds on this grid mean the same before and after. */
const GRAIN_MS = 300_000;
/** Older than any vacancy that a source still shows. */
const BEFORE_ALL_MS = Date.UTC(2000, 0, 1);

/**
 * Cuts a slice in two by time of publication. The halves overlap by a grain, so that whichever way a source rounds, none
 * falls between them. Empty when the slice is too short to become shorter.
 */
export const bisectByTime = (slice: Slice, now: Date): readonly Slice[] => {
  const from = down(slice.publishedFrom?.getTime() ?? BEFORE_ALL_MS);
  const to = up(slice.publishedTo?.getTime() ?? now.getTime());
  if (to - from < 3 * GRAIN_MS) return [];
  const middle = down(from + (to - from) / 2);
  return [
    { ...slice, publishedTo: new Date(middle + GRAIN_MS) },
    { ...slice, publishedFrom: new Date(middle) },
  ];
};

const down = (ms: number): number => Math.floor(ms / GRAIN_MS) * GRAIN_MS;
const up = (ms: number): number => Math.ceil(ms / GRAIN_MS) * GRAIN_MS;
