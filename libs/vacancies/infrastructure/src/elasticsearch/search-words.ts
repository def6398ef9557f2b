import type { estypes } from '@elastic/elasticsearch';
import { parseText, type Term } from '../search-text';
import type { Corrections } from './corrections';
import { STOP_WORDS } from './stop-words';

type Query = estypes.QueryDslQueryContainer;

/** How much a word counts by where it stands. */
const FIELDS = [
  ...['words.title^8', 'words.skills^3', 'words.employer^3'],
  ...['words.requirement^1.5', 'words.responsibility^1.5', 'words.description'],
];

/** What means the same is nearly as good as what was typed; what was perhaps meant comes after all else. */
const SYNONYM = 0.9;
const CORRECTION = 0.01;

const STOPPED = new Set(STOP_WORDS);

/** What a reader's text asks for: its stop words ask for nothing. */
export const understandText = (text: string): readonly Term[] =>
  parseText(text).filter(({ words }) => !words.every((word) => STOPPED.has(word)));

/** Every term must match somewhere. */
export const textQuery = (terms: readonly Term[], corrections: Corrections): Query =>
  terms.length === 0
    ? { match_none: {} }
    : {
        bool: {
          must: wantedOf(terms).map((term) => termQuery(term, corrections)),
          must_not: terms.filter(({ excluded }) => excluded).map(({ words }) => phrase(words)),
        },
      };

const wantedOf = (terms: readonly Term[]): readonly Term[] => terms.filter(({ excluded }) => !excluded);

const termQuery = (term: Term, corrections: Corrections): Query => {
  const { words, quoted, synonyms } = term;
  const own = quoted ? phrase(words) : anywhere(words);
  const others = [
    ...synonyms.map((synonym) => phrase(synonym, SYNONYM)),
    ...stemsOf(term, corrections).map((stem) => correction(stem)),
  ];
  return others.length === 0 ? own : { dis_max: { queries: [own, ...others] } };
};

const stemsOf = ({ words, quoted }: Term, corrections: Corrections): readonly string[] =>
  quoted ? [] : words.flatMap((word) => corrections.get(word) ?? []);

/** The best field counts, by how rare the word is in all of them. */
const anywhere = (words: readonly string[], boost = 1): Query => ({
  multi_match: { query: words.join(' '), type: 'cross_fields', operator: 'and', fields: FIELDS, boost },
});

const phrase = (words: readonly string[], boost = 1): Query =>
  words.length === 1
    ? anywhere(words, boost)
    : { multi_match: { query: words.join(' '), type: 'phrase', fields: FIELDS, boost } };

const correction = (stem: string): Query => ({
  multi_match: { query: stem, analyzer: 'whitespace', type: 'cross_fields', fields: FIELDS, boost: CORRECTION },
});

/** The same words without what scoring and counting need, which is the cheapest to mark by. */
export const highlightQuery = (terms: readonly Term[], corrections: Corrections): Query => {
  const phrases = wantedOf(terms).flatMap(({ words, quoted, synonyms }) => [...(quoted ? [words] : []), ...synonyms]);
  const single = wantedOf(terms).flatMap(({ words, quoted }) => (quoted ? [] : words));
  const words = [...single, ...phrases.filter(({ length }) => length === 1).flat()];
  const stems = wantedOf(terms).flatMap((term) => stemsOf(term, corrections));
  return {
    bool: {
      should: [
        { multi_match: { query: words.join(' '), fields: FIELDS } },
        { multi_match: { query: stems.join(' '), analyzer: 'whitespace', fields: FIELDS } },
        ...phrases.filter(({ length }) => length > 1).map((phraseWords) => phrase(phraseWords)),
      ],
    },
  };
};
