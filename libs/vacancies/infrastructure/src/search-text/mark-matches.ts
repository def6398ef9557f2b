import { escapeHtml } from '@job-scope/platform-nest';
import { wordsOf } from './words';

/** How much of a long text is shown around what matched, in characters, and how often. */
const AROUND = 80;
const MAX_FRAGMENTS = 3;
const MAX_LENGTH = 400;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Safe HTML: the whole text escaped, and the words that `isMatch` takes within `<mark>`. Undefined if there are none. */
export const markMatches = (text: string, isMatch: (word: string) => boolean): string | undefined => {
  const spans = matchesIn(text, isMatch);
  return spans.length > 0 ? marked(text, { start: 0, end: text.length }, spans) : undefined;
};

/** The same for long texts: the first fragments with what matched, and what is left out as an ellipsis. */
export const markFragments = (text: string, isMatch: (word: string) => boolean): string | undefined => {
  const spans = matchesIn(text, isMatch);
  const fragments = fragmentsAround(text, spans);
  if (fragments.length === 0) return undefined;
  const shown = fragments.map((fragment) => marked(text, fragment, spans).trim()).join(' … ');
  const [first, last] = [fragments[0], fragments.at(-1)];
  return `${first && first.start > 0 ? '… ' : ''}${shown}${last && last.end < text.length ? ' …' : ''}`;
};

const matchesIn = (text: string, isMatch: (word: string) => boolean): readonly Span[] => {
  const spans: Span[] = [];
  for (const { word, start, end } of wordsOf(text)) {
    // Several words may stand for one name.
    if (isMatch(word) && spans.at(-1)?.start !== start) spans.push({ start, end });
  }
  return spans;
};

const marked = (text: string, within: Span, spans: readonly Span[]): string => {
  let html = '';
  let at = within.start;
  for (const { start, end } of spans.filter((span) => span.start >= within.start && span.end <= within.end)) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at, within.end));
};

/** Those that touch are one, up to a length: then the rest of what matched there is left out. */
const fragmentsAround = (text: string, spans: readonly Span[]): readonly Span[] => {
  const fragments: Span[] = [];
  for (const span of spans) {
    const last = fragments.at(-1);
    const end = spaceAfter(text, span.end + AROUND);
    if (last && span.start - AROUND <= last.end) {
      if (end - last.start <= MAX_LENGTH) fragments[fragments.length - 1] = { start: last.start, end };
    } else if (fragments.length < MAX_FRAGMENTS) fragments.push({ start: spaceBefore(text, span.start - AROUND), end });
  }
  return fragments;
};

/** Fragments begin and end between words, and so never within a pair of surrogates. */
const spaceBefore = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf(' ', at) + 1);
const spaceAfter = (text: string, at: number): number => {
  const space = at >= text.length ? -1 : text.indexOf(' ', at);
  return space === -1 ? text.length : space;
};
