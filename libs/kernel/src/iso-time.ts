/** A time as `toISOString` writes it, and in no other form. */
export const isIsoTime = (value: unknown): value is string => {
  if (typeof value !== 'string') return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
};
