import type { estypes } from '@elastic/elasticsearch';
import type { VacancyHighlights } from '@job-scope/vacancies-ports';
import { markFragments, markMatches } from '../search-text';
import type { HitDocument, WordField } from './search-document';

/** The index holds words in their normal form, letters and digits only: these signs stand in none of them. */
const [OPEN, CLOSE] = ['<', '>'];
const MARKED = /<([^<>]*)>/g;

type IsMatch = (word: string) => boolean;

const MARKS: Readonly<Record<WordField, (document: HitDocument, isMatch: IsMatch) => string | undefined>> = {
  title: ({ title }, isMatch) => markMatches(title, isMatch),
  employer: ({ employer }, isMatch) => markMatches(employer?.name ?? '', isMatch),
  skills: ({ keySkills }, isMatch) =>
    keySkills.flatMap((skill) => markMatches(skill, isMatch) ?? []).join(', ') || undefined,
  requirement: ({ requirement }, isMatch) => markMatches(requirement ?? '', isMatch),
  responsibility: ({ responsibility }, isMatch) => markMatches(responsibility ?? '', isMatch),
  description: ({ description }, isMatch) => markFragments(description ?? '', isMatch),
};

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
  fields: Object.fromEntries(Object.keys(MARKS).map((field) => [`words.${field}`, {}])),
});

export const readHighlights = (
  document: HitDocument,
  found: Readonly<Record<string, readonly string[]>> = {},
): VacancyHighlights => {
  const highlights: Partial<Record<WordField, string>> = {};
  for (const [field, mark] of Object.entries(MARKS) as [WordField, (typeof MARKS)[WordField]][]) {
    const fragments = found[`words.${field}`];
    const html = fragments && mark(document, isAmong(fragments));
    if (html !== undefined) highlights[field] = html;
  }
  return highlights;
};

const isAmong = (fragments: readonly string[]): IsMatch => {
  const words = new Set(fragments.flatMap((text) => [...text.matchAll(MARKED)].map(([, word]) => word)));
  return (word) => words.has(word);
};
