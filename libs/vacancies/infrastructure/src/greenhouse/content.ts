const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

/**
 * HTML comes with every special character as an entity, so that an ampersand of the text arrives as `&amp;amp;`. One layer
 * is taken off, in one pass: what is left is HTML, and nothing in it is safe yet.
 */
export const decodeContent = (content: string): string =>
  content.replaceAll(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity);
