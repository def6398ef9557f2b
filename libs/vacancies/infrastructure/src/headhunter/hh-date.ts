/** HeadHunter writes offsets without a colon: `2013-07-08T16:17:21+0400`. Most parsers of ISO 8601 refuse that. */
const HH_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{4}$/;

/** Undefined if `text` is not such a date. */
export const parseHhDate = (text: string): Date | undefined => {
  if (!HH_DATE.test(text)) return undefined;
  const date = new Date(`${text.slice(0, 22)}:${text.slice(22)}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
};

/** To the second, as the API reads it. */
export const formatHhDate = (date: Date): string => `${date.toISOString().slice(0, 19)}+0000`;
