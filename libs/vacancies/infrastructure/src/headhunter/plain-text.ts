const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: ' ' };

/** Drops the marks that the search puts around matched words, and reads the entities that its texts are escaped with. */
export const plainText = (text: string | null): string | null => {
  if (text === null) return null;
  const unmarked = text.includes('<') ? text.replaceAll(/<\/?highlighttext>/g, '') : text;
  const plain = unmarked.includes('&') ? unmarked.replaceAll(/&(?:#(\d{1,6})|(\w{2,4}));/g, decode) : unmarked;
  return plain.trim() || null;
};

const decode = (entity: string, code: string | undefined, name: string | undefined): string => {
  if (code !== undefined) return Number(code) === 0 ? '' : String.fromCodePoint(Number(code));
  return (name && ENTITIES[name]) ?? entity;
};

/**
 * Parses a JSON text, without the two things that JSON can say and PostgreSQL cannot store: the NUL character and half a
 * surrogate pair. One of them in one item would lose the whole batch.
 */
export const parseJson = (text: string): unknown =>
  /\\u(?:0000|d[89a-f])/i.test(text)
    ? JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? value.replaceAll(UNSTORABLE, '') : value))
    : JSON.parse(text);

const UNSTORABLE = /\0|\p{Surrogate}/gu;
