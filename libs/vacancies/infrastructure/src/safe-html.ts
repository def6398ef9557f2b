import sanitizeHtml from 'sanitize-html';
import type { Description } from '@job-scope/vacancies-domain';

/** Any other address would lead to a page of ours, or to none. */
const ABSOLUTE = /^(?:https?:\/\/|mailto:)/i;

/** Nobody wrote these links for our readers: no search engine shall count them, and no page behind them knows ours. */
const REL = 'nofollow noopener noreferrer';

/** What makes a text readable, and nothing that draws, runs, loads or imitates the page around it. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup'],
    ...['ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a'],
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 40,
  transformTags: {
    // Not allowed, but what it holds begins a line of its own.
    div: 'p',
    a: (tagName, { href = '' }) => ({ tagName, attribs: { ...(ABSOLUTE.test(href) && { href }), rel: REL } }),
  },
};

/** A description of a source, made safe to render, with its plain text. Null if no text is left. */
export const describeSafely = (html: string): Description | null => {
  const safe = sanitizeHtml(html, ALLOWED).trim();
  const text = textOf(safe);
  return text === '' ? null : { html: safe, text };
};

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Reads what the sanitiser wrote: well-formed tags, in which nothing is left of `<` and `>` but themselves. */
const textOf = (safe: string): string =>
  safe
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<li>/g, '\n• ')
    .replaceAll(/<\/?(?:p|br|hr|ul|ol|blockquote|pre|h[1-6])(?: ?\/)?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '•')
    .join('\n');
