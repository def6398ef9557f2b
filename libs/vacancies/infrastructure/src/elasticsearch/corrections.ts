import type { estypes } from '@elastic/elasticsearch';
import { SPECIAL_TOKENS, type Term } from '../search-text';

/** By the word as it was typed: the stems of what was perhaps meant. */
export type Corrections = ReadonlyMap<string, readonly string[]>;

export const NO_CORRECTIONS: Corrections = new Map();

/** A longer text was pasted, not typed. */
const MAX_TYPED = 10;
/** More would be guessing. */
const MAX_CORRECTIONS = 5;
/** A word is a slip if so small a part of all vacancies has it, and more have another one like it. */
const RARE = 0.0001;

/** Who errs by one letter needs five to be understood, who errs by two needs ten. */
const SUGGESTERS = [
  { name: 'one', max_edits: 1, isOf: (word: string) => word.length >= 5 && word.length < 10 },
  { name: 'two', max_edits: 2, isOf: (word: string) => word.length >= 10 },
] as const;

/** Asks together with a search what its words were perhaps meant to be. Undefined if none of them can be a slip. */
export const correctionsRequest = (terms: readonly Term[]): estypes.SearchSuggester | undefined => {
  const typed = terms.filter(mayBeASlip).flatMap(({ words }) => words);
  if (typed.length === 0 || terms.length > MAX_TYPED) return undefined;
  const suggesters = SUGGESTERS.flatMap(({ name, max_edits, isOf }) => {
    const text = typed.filter(isOf).join(' ');
    return text === '' ? [] : [[name, { text, term: { ...TERM, max_edits } }] as const];
  });
  return suggesters.length === 0 ? undefined : Object.fromEntries(suggesters);
};

const TERM: estypes.SearchTermSuggester = {
  ...{ field: 'words.any', size: MAX_CORRECTIONS, suggest_mode: 'popular', max_term_freq: RARE },
  ...{ prefix_length: 1, min_word_length: 4 },
};

/** What was quoted or excluded is meant as it is, and a word of our lists is no slip, nor is a number. */
const mayBeASlip = ({ words: [word = '', ...others], quoted, excluded, synonyms }: Term): boolean =>
  !quoted && !excluded && others.length === 0 && synonyms.length === 0 && /^\p{L}+$/u.test(word) && !SPECIAL.has(word);

const SPECIAL = new Set(SPECIAL_TOKENS.flatMap(({ words }) => words.split(' ')));

export const readCorrections = (
  request: estypes.SearchSuggester | undefined,
  answer: Readonly<Record<string, readonly estypes.SearchSuggest[]>> = {},
): Corrections => {
  const corrections = new Map<string, readonly string[]>();
  for (const { name } of SUGGESTERS) {
    const { text = '' } = (request?.[name] ?? {}) as { text?: string };
    for (const { offset, length, options } of answer[name] ?? []) {
      const stems = [options].flat().flatMap((option) => ('text' in option ? [option.text] : []));
      if (stems.length > 0) corrections.set(text.slice(offset, offset + length), stems);
    }
  }
  return corrections;
};
