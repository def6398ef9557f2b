import { synonymsAt } from './synonyms';
import { normaliseText } from './words';

/** A part of what a reader typed. All that are not excluded must match, in any order. */
export interface Term {
  /** One word, or several that must follow each other. */
  readonly words: readonly string[];
  readonly excluded: boolean;
  /** Typed within quotes, so that neither synonyms nor typing errors are thought of. */
  readonly quoted: boolean;
  /** What means the same, each as words that must follow each other. */
  readonly synonyms: readonly (readonly string[])[];
}

/** Nobody asks for more, and every term costs. */
const MAX_TERMS = 50;

/** A quotation, which may lack its end, or what stands between spaces; either with a dash before it. */
const CHUNKS = /(?<excluded>(?<!\S)[-−–]+)?(?:"(?<quoted>[^"]*)"?|(?<plain>[^\s"]+))/gu;

/** Understands whatever a reader types: words, `"phrases"` and `-exclusions`. Nothing is an error. */
export const parseText = (text: string): readonly Term[] => {
  const terms: Term[] = [];
  let plain: string[] = [];
  const flush = () => {
    terms.push(...plainTerms(plain));
    plain = [];
  };
  for (const { groups = {} } of text.replaceAll(/[«»“”„]/g, '"').matchAll(CHUNKS)) {
    const excluded = groups['excluded'] !== undefined;
    const quoted = groups['quoted'];
    if (quoted === undefined && !excluded) {
      plain.push(groups['plain'] ?? '');
      continue;
    }
    flush();
    const words = splitWords(quoted ?? groups['plain'] ?? '');
    if (words.length > 0) terms.push({ ...PLAIN, words, excluded, quoted: quoted !== undefined });
  }
  flush();
  return withoutRepetitions(terms).slice(0, MAX_TERMS);
};

const PLAIN = { excluded: false, quoted: false, synonyms: [] } as const;

/** Names may be spread over several chunks (`node js`), and synonyms over several words. */
const plainTerms = (chunks: readonly string[]): readonly Term[] => {
  const words = splitWords(chunks.join(' '));
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const { length, synonyms } = synonymsAt(words, at);
    terms.push({ ...PLAIN, words: words.slice(at, at + length), synonyms });
    at += length;
  }
  return terms;
};

const splitWords = (text: string): readonly string[] => normaliseText(text).split(' ').filter(Boolean);

const withoutRepetitions = (terms: readonly Term[]): readonly Term[] => [
  ...new Map(terms.map((term) => [`${term.excluded} ${term.words.join(' ')}`, term])).values(),
];
