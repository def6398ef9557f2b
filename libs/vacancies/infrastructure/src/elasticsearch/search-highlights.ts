import type { estypes } from '@elastic/elasticsearch';
import type { VacancyHighlights } from '@job-scope/vacancies-ports';
import { markVacancy, type IsMatch, type WordField } from '../mark-vacancy';
import type { HitDocument } from './search-document';

/** The index holds words in their normal form, letters and digits only: these signs stand in none of them. */
const [OPEN, CLOSE] = ['<', '>'];
const MARKED = /<([^<>]*)>/g;

const FIELDS: readonly WordField[] = ['title', 'employer', 'skills', 'requirement', 'responsibility', 'description'];

/** As much of one field as the engine reads without complaint. */
const MAX_READ = 1_000_000;

/** Asks which words matched: what a reader shall see is marked in the text as it was written. */
export const highlightOf = (highlight_query: estypes.QueryDslQueryContainer): estypes.SearchHighlight => ({
  highlight_query,
  type: 'unified',
  number_of_fragments: 0,
  pre_tags: [OPEN],
  post_tags: [CLOSE],
  max_analyzed_offset: MAX_READ,
  fields: Object.fromEntries(FIELDS.map((field) => [`words.${field}`, {}])),
});

export const readHighlights = (
  { title, employer, requirement, responsibility, description = null, keySkills: skills }: HitDocument,
  found: Readonly<Record<string, readonly string[]>> = {},
): VacancyHighlights =>
  markVacancy({ title, employer: employer?.name ?? null, requirement, responsibility, description, skills }, (field) =>
    isAmong(found[`words.${field}`] ?? []),
  );

const isAmong = (fragments: readonly string[]): IsMatch => {
  const words = new Set(fragments.flatMap((text) => [...text.matchAll(MARKED)].map(([, word]) => word)));
  return (word) => words.has(word);
};
