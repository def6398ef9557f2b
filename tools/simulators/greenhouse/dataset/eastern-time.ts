const OFFSET = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', timeZoneName: 'longOffset' });

/**
 * `2026-10-30T10:55:28-04:00`: the API writes the time of New York, so that dates of summer and winter have different
 * offsets and do not sort as texts.
 */
export function formatEastern(epochSeconds: number): string {
  const at = new Date(epochSeconds * 1000);
  const zone = OFFSET.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const offset = zone.slice('GMT'.length);
  const hours = Number(offset.slice(0, 3));
  return `${new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 19)}${offset}`;
}
