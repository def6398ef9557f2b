import type { DataSource } from 'typeorm';
import { parseText, type Term } from '../search-text';
import { parametersOf, type Bind, type Statement } from './conditions';
import { distanceOf, mostEdits } from './edit-distance';

/** A reader's text as PostgreSQL's own query, in its written form. */
export interface TextQuery {
  readonly query: string;
  /** The same without what was only perhaps meant. */
  readonly exact: string;
  /** The lexemes of all words that may have matched, for highlights. */
  readonly lexemes: readonly string[];
}

/** By the word as it was typed: words that were perhaps meant. */
type Corrections = ReadonlyMap<string, readonly string[]>;

/** Understands a reader's text: synonyms are added, and to a word that no document has, the words nearest to it. */
export const understandText = async (dataSource: DataSource, text: string): Promise<TextQuery> => {
  const terms = parseText(text);
  const { sql, parameters } = querySql(terms, await correctionsOf(dataSource, terms));
  const [understood] = await dataSource.query<TextQuery[]>(sql, parameters);
  return understood ?? { query: '', exact: '', lexemes: [] };
};

/** More would be guessing. */
const MAX_CORRECTIONS = 10;

/** What a reader excludes or quotes is meant as it is, and what has synonyms is known. */
const correctionsOf = async (dataSource: DataSource, terms: readonly Term[]): Promise<Corrections> => {
  const asked = terms
    .filter(({ excluded, quoted, synonyms }) => !excluded && !quoted && synonyms.length === 0)
    .flatMap(({ words }) => words)
    .filter((word) => mostEdits(word) > 0);
  if (asked.length === 0) return new Map();
  const rows = await dataSource.query<{ asked: string; known: string }[]>(NEAREST_WORDS, [asked]);
  return new Map(
    asked.map((word) => [
      word,
      nearest(
        word,
        rows.filter((row) => row.asked === word).map(({ known }) => known),
      ),
    ]),
  );
};

const nearest = (word: string, known: readonly string[]): readonly string[] => {
  const distances = known.map((other) => ({ other, distance: distanceOf(word, other) }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  const wanted = least <= mostEdits(word) ? distances.filter(({ distance }) => distance === least) : [];
  return wanted.slice(0, MAX_CORRECTIONS).map(({ other }) => other);
};

/** By trigrams first: distances are exact, but no index knows them. */
const NEAREST_WORDS = `
  WITH unknown AS MATERIALIZED (
    SELECT asked.word
    FROM unnest($1::text[]) AS asked (word)
    CROSS JOIN LATERAL (SELECT tsvector_to_array(to_tsvector('vacancies.search', asked.word)) AS lexemes) meaning
    WHERE cardinality(meaning.lexemes) > 0
      AND NOT EXISTS (SELECT FROM vacancies.search_words WHERE lexeme = ANY (meaning.lexemes))
  )
  SELECT unknown.word AS asked, near.word AS known
  FROM unknown CROSS JOIN LATERAL (
    SELECT word FROM vacancies.search_words ORDER BY search_words.word <-> unknown.word LIMIT 100
  ) near`;

/** Terms are joined by the operators of queries, which let those go that are stop words only. */
const querySql = (terms: readonly Term[], corrections: Corrections): Statement => {
  const { parameters, bind } = parametersOf();
  const joined = (toSql: (term: Term) => string) => (terms.length === 0 ? `''` : terms.map(toSql).join(' && '));
  const exact = joined((term) => termSql(term, [], bind));
  const query =
    corrections.size === 0 ? exact : joined((term) => termSql(term, correctionsFor(term, corrections), bind));
  const mayMatch = terms
    .filter(({ excluded }) => !excluded)
    .flatMap((term) => [...term.words, ...term.synonyms.flat(), ...correctionsFor(term, corrections)]);
  const lexemes = `tsvector_to_array(to_tsvector('vacancies.search', ${bind(mayMatch.join(' '))}))`;
  return { sql: `SELECT (${query})::text AS query, (${exact})::text AS exact, ${lexemes} AS lexemes`, parameters };
};

const correctionsFor = ({ words, excluded, quoted }: Term, corrections: Corrections): readonly string[] =>
  excluded || quoted ? [] : words.flatMap((word) => corrections.get(word) ?? []);

const termSql = ({ words, excluded, quoted, synonyms }: Term, corrections: readonly string[], bind: Bind): string => {
  const phrase = (phraseWords: readonly string[]) =>
    `phraseto_tsquery('vacancies.search', ${bind(phraseWords.join(' '))})`;
  if (excluded) return `!!${phrase(words)}`;
  const own = quoted ? phrase(words) : `plainto_tsquery('vacancies.search', ${bind(words.join(' '))})`;
  return `(${[own, ...synonyms.map(phrase), ...corrections.map((word) => phrase([word]))].join(' || ')})`;
};
