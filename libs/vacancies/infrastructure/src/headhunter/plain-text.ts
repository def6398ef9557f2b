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
