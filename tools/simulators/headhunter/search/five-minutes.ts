const FIVE_MINUTES = 5 * 60;

/** date_from and date_to are rounded to the nearest five minutes. */
export function roundToFiveMinutes(epochSeconds: number): number {
  return Math.round(epochSeconds / FIVE_MINUTES) * FIVE_MINUTES;
}
