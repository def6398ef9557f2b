/** What a schedule is like in what nobody has decided. */
export const SCHEDULE_DEFAULTS = {
  description: null,
  mode: 'full',
  maxRequests: null,
  jitterSeconds: 0,
  overlap: 'skip',
  misfire: 'fire-once',
  misfireToleranceSeconds: 300,
} as const;
