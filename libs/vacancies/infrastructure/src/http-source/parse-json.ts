/**
 * Parses a JSON text, without the two things that JSON can say and PostgreSQL cannot store: the NUL character and half a
 * surrogate pair. One of them in one item would lose the whole batch. A whole number that is too large to be held exactly
 * becomes a text of its digits: rounded, it would be the identifier of something else.
 */
export const parseJson = (text: string): unknown =>
  SUSPECT.test(text) ? JSON.parse(text, repair as Reviver) : JSON.parse(text);

/** What may have to be repaired; most texts have nothing of it. */
const SUSPECT = /\\u(?:0000|d[89a-f])|\d{16}/i;

const repair = (_key: string, value: unknown, { source }: { readonly source?: string }): unknown => {
  if (typeof value === 'string') return value.replaceAll(UNSTORABLE, '');
  const isRounded = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '');
  return isRounded ? source : value;
};

/** TypeScript does not know yet that a reviver is shown the text of each value. */
type Reviver = (key: string, value: unknown) => unknown;

const UNSTORABLE = /\0|\p{Surrogate}/gu;
