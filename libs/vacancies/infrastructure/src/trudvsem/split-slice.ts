import { bisectByTime, type CollectionQuery, type Slice } from '@job-scope/vacancies-domain';

/** `0100000000000` to `9900000000000`: all that the state's classifier can have. One that it lacks is empty. */
const REGIONS = Array.from({ length: 99 }, (_, index) => `${String(index + 1).padStart(2, '0')}00000000000`);

/**
 * Smaller slices, by time of modification while that can be cut, then by region. None inside a region or a company: the
 * portal can be asked for nothing smaller.
 */
export const splitSlice = ({ areas, employers }: CollectionQuery, slice: Slice, now: Date): readonly Slice[] => {
  const halves = bisectByTime(slice, now);
  if (halves.length > 0) return halves;
  if (slice.filters['region'] !== undefined || areas !== undefined || employers !== undefined) return [];
  return REGIONS.map((region) => ({ ...slice, filters: { ...slice.filters, region } }));
};
