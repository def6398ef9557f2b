export { markFragments, markMatches } from './mark-matches';
export { parseText, type Term } from './parse-text';
export { patternOf, SPECIAL_TOKENS, type SpecialToken } from './special-tokens';
export { SYNONYM_GROUPS } from './synonym-groups';
export { normaliseText, wordsOf, type Word } from './words';
