import type { VacancyHighlights } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { markVacancy, type IsMatch } from '../mark-vacancy';
import { wordsOf } from '../search-text';
import type { SearchHitRow } from './search-row';
import type { TextQuery } from './text-query';

/**
 * Marks what matched in the texts of the hits. PostgreSQL says which of their words mean what was asked for, as it alone
 * knows; the marks are set here, as it does not know special tokens, nor what is safe HTML.
 */
export const highlightsOf = async (
  dataSource: DataSource,
  rows: readonly SearchHitRow[],
  { lexemes }: TextQuery,
): Promise<readonly VacancyHighlights[]> => {
  const words = new Set(rows.flatMap(textsOf).flatMap((text) => wordsOf(text).map(({ word }) => word)));
  const candidates = [...words].filter((word) => lexemes.some((lexeme) => mayMean(word, lexeme)));
  const matching =
    candidates.length === 0 ? [] : await dataSource.query<{ word: string }[]>(MATCHING, [candidates, lexemes]);
  const matches = new Set(matching.map(({ word }) => word));
  return rows.map((row) => highlightsIn(row, (word) => matches.has(word)));
};

const MATCHING = `
  SELECT word FROM unnest($1::text[]) AS candidate (word)
  WHERE tsvector_to_array(to_tsvector('vacancies.search', word)) && $2::text[]`;

/** Stemmers change no more than the end of a word: the others need not be asked about. */
const mayMean = (word: string, lexeme: string): boolean =>
  word.startsWith(lexeme.slice(0, Math.max(1, lexeme.length - 2)));

const textsOf = (row: SearchHitRow): readonly string[] =>
  [row.title, row.employer_name, row.requirement, row.responsibility, row.description, ...row.key_skills].filter(
    (text) => typeof text === 'string',
  );

const highlightsIn = (row: SearchHitRow, isMatch: IsMatch): VacancyHighlights => {
  const { title, employer_name: employer, requirement, responsibility, description = null, key_skills: skills } = row;
  return markVacancy({ title, employer, requirement, responsibility, description, skills }, () => isMatch);
};
