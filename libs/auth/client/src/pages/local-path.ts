const HERE = 'http://here.invalid';

/** Printable ASCII that begins with one slash. Browsers take a backslash for a slash, and drop tabs and line breaks. */
const PATH = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]{0,1999}$/;

/** What somebody on the way might decode into a slash, a backslash, a control character or another such code. */
const DISGUISED = /%(2f|5c|25|[01][0-9a-f]|7f)/i;

/**
 * A path of this site to go on to, as a URL parser reads it; undefined for whatever might lead elsewhere. Stricter than
 * browsers are: proxies and older clients read some paths in their own way.
 */
export const localPath = (text: unknown): string | undefined => {
  if (typeof text !== 'string' || !PATH.test(text) || !URL.canParse(text, HERE)) return undefined;
  const { origin, pathname, search, hash } = new URL(text, HERE);
  const isLocal = origin === HERE && !pathname.startsWith('//') && !DISGUISED.test(pathname);
  return isLocal ? `${pathname}${search}${hash}` : undefined;
};
