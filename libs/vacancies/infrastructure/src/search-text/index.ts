export { markFragments, markMatches } from './mark-matches';
export { parseText, type Term } from './parse-text';
export { SPECIAL_TOKENS } from './special-tokens';
export { normaliseText, wordsOf } from './words';
