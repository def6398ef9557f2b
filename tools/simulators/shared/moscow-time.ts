const MOSCOW_OFFSET_SECONDS = 3 * 3600;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)([+-]\d\d)(\d\d)$/;

/** `2026-11-02T12:00:00+0300`: Russian sources write Moscow time with an offset that has no colon. */
export function formatMoscow(epochSeconds: number): string {
  return `${new Date((epochSeconds + MOSCOW_OFFSET_SECONDS) * 1000).toISOString().slice(0, 19)}+0300`;
}

/**
 * Reads `YYYY-MM-DD` (midnight in Moscow) or `YYYY-MM-DDThh:mm:ss±hhmm`, the two forms that HeadHunter documents.
 * Strict on purpose: an unescaped `+` arrives as a space and must fail here as it does there.
 * @returns seconds since the epoch, or undefined when the text is neither
 */
export function parseMoscow(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match) return toEpochSeconds(`${match[1]}${match[2]}:${match[3]}`);
  return DATE.test(text) ? toEpochSeconds(`${text}T00:00:00+03:00`) : undefined;
}

function toEpochSeconds(iso: string): number | undefined {
  const milliseconds = Date.parse(iso);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
