/**
 * Parses a JSON text, without the two things that JSON can say and PostgreSQL cannot store: the NUL character and half a
 * surrogate pair. One of them in one item would lose the whole batch.
 */
export const parseJson = (text: string): unknown =>
  /\\u(?:0000|d[89a-f])/i.test(text)
    ? JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? value.replaceAll(UNSTORABLE, '') : value))
    : JSON.parse(text);

const UNSTORABLE = /\0|\p{Surrogate}/gu;
