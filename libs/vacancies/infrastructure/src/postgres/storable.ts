/** PostgreSQL's text cannot hold U+0000, which sources do send; without it the rest can be stored. */
export const storableText = <T extends string | null | undefined>(text: T) =>
  (text?.replaceAll('\0', '') ?? null) as T extends string ? string : string | null;

/** The escapes that JSON allows and `jsonb` refuses: U+0000 and halves of surrogate pairs. */
const SUSPECT = /\\u(?:0000|d[89a-f])/;

/** Halves of pairs only: with the flag `u` whole pairs are one character. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** The value as JSON that `jsonb` takes: characters that it cannot hold are left out, everything else is kept. */
export const storableJson = (value: unknown): string => {
  const json = JSON.stringify(value ?? null);
  return SUSPECT.test(json) ? JSON.stringify(withoutUnstorable(value)) : json;
};

const withoutUnstorable = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\0', '').replaceAll(LONE_SURROGATES, '');
  if (Array.isArray(value)) return value.map(withoutUnstorable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [String(withoutUnstorable(key)), withoutUnstorable(inner)]),
  );
};
