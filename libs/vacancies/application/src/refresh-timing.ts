import type { RefreshTiming } from '@job-scope/vacancies-ports';

/** Once a day; what failed is tried again in ten minutes, by whichever worker comes first. */
export const DAILY: RefreshTiming = { everyMs: 86_400_000, retryMs: 600_000 };
