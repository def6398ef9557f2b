import { formPattern, SPECIAL_TOKENS } from './special-tokens';

/** A word as the index knows it, and where in the text it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longer ones are no words of anybody, and engines refuse them. */
const MAX_LENGTH = 100;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

interface Form {
  /** Matches the form where it is said to look. */
  readonly pattern: RegExp;
  /** How many signs stand before the first letter. */
  readonly signs: number;
  readonly words: readonly string[];
}

/** By the first word in them, as texts are long and forms are rare; the longest first. */
const FORMS = new Map<string, Form[]>();
const FIRST_WORD = /[\p{L}\p{N}]+/u;
for (const { forms, words } of SPECIAL_TOKENS) {
  for (const form of forms) {
    const first = FIRST_WORD.exec(form)?.[0] ?? '';
    const pattern = new RegExp(formPattern(form), 'iuy');
    const known = [...(FORMS.get(first) ?? []), { pattern, signs: form.indexOf(first), words: words.split(' ') }];
    FORMS.set(
      first,
      known.toSorted((a, b) => b.pattern.source.length - a.pattern.source.length),
    );
  }
}

/**
 * The words of a text in the form in which they are indexed and asked for: in lower case, without accents, ё as е, and
 * special tokens as the words that stand for them.
 */
export const wordsOf = (text: string): readonly Word[] => {
  const found: Word[] = [];
  let reached = 0;
  for (const { 0: match, index } of text.matchAll(WORD)) {
    if (index < reached) continue;
    const lower = match.toLowerCase();
    const special = specialAt(text, index, lower);
    const [start, end] = special ? [special.start, special.end] : [index, index + match.length];
    for (const word of special?.words ?? [normalForm(lower)]) {
      if (word !== '' && word.length <= MAX_LENGTH) found.push({ word, start, end });
    }
    reached = end;
  }
  return found;
};

/** The longest special token that begins with the word at this place. */
const specialAt = (text: string, index: number, word: string) => {
  for (const { pattern, signs, words } of FORMS.get(word) ?? []) {
    const start = index - signs;
    pattern.lastIndex = start;
    // Signs within a word are no beginning: `example.net` is no `.net`.
    const begins = signs === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(start - 1));
    if (start >= 0 && begins && pattern.test(text)) return { start, end: pattern.lastIndex, words };
  }
  return undefined;
};

/** The words of a text, with single spaces between. */
export const normaliseText = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ');

const PLAIN = /^[a-zа-я0-9]*$/;

/** Accents go, but и with its breve is a letter of its own. Letters of mathematics have a case only once taken apart. */
const normalForm = (lower: string): string =>
  PLAIN.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll('и\u0306', 'й')
        .replaceAll(/[^\p{L}\p{N}]/gu, '');
