const TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * `2026-10-30T10:55:28-04:00`. Undefined without an offset, as nobody would know whose time it is, and for a day that
 * its month does not have, which JavaScript takes for one of the next.
 */
export const parseTime = (text: string): Date | undefined => {
  const [, day, time] = TIME.exec(text) ?? [];
  const local = new Date(`${day}T${time}Z`);
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(`${day}T${time}`)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
};
