import { patternOf, SPECIAL_TOKENS } from './special-tokens';

/** A word as the index knows it, and where in the text it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longer ones are no words of anybody, and engines refuse them. */
const MAX_LENGTH = 100;

const TEXT = new RegExp(
  [...SPECIAL_TOKENS.map((token) => `(${patternOf(token)})`), '[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*'].join('|'),
  'giu',
);

/**
 * The words of a text in the form in which they are indexed and asked for: in lower case, without accents, ё as е, and
 * special tokens as the words that stand for them.
 */
export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(TEXT)].flatMap((match) => {
    const special = SPECIAL_TOKENS[match.slice(1).findIndex((group) => group !== undefined)];
    const words = special ? special.words.split(' ') : [normalForm(match[0])];
    const place = { start: match.index, end: match.index + match[0].length };
    return words.filter((word) => word !== '' && word.length <= MAX_LENGTH).map((word) => ({ word, ...place }));
  });

/** The words of a text, with single spaces between. */
export const normaliseText = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ');

/** Accents go, but и with its breve is a letter of its own. */
const normalForm = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('и\u0306', 'й')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
