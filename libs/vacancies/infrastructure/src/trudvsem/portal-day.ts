const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The portal tells the day, `2026-07-08`: taken for its beginning in Moscow. Undefined if `text` is not such a day. */
export const parsePortalDay = (text: string): Date | undefined => {
  if (!DAY.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00+03:00`);
  return Number.isNaN(date.getTime()) || moscowDayOf(date) !== text ? undefined : date;
};

const MOSCOW_MS = 3 * 3_600_000;

/** `2026-02-30` is read as a day of March. */
const moscowDayOf = (date: Date): string => new Date(date.getTime() + MOSCOW_MS).toISOString().slice(0, 10);
