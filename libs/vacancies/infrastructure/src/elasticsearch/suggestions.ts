import type { estypes } from '@elastic/elasticsearch';
import type { Vacancy } from '@job-scope/vacancies-domain';
import type { Suggestion } from '@job-scope/vacancies-ports';

/** Between the parts of a term: what is compared, the kind, and what is shown. */
const SEPARATOR = '\u001f';
/** Whatever is longer is nothing that anybody would want to be suggested. */
const MAX_LENGTH = 200;

/** As terms of one field, so that prefixes are found and counted by the engine. */
export const suggestionsOf = ({ title, employer, details }: Vacancy): readonly string[] => {
  const suggestions: readonly Suggestion[] = [
    { kind: 'title', text: title },
    ...(details?.keySkills ?? []).map((text) => ({ kind: 'skill', text }) as const),
    ...(employer ? [{ kind: 'employer', text: employer.name } as const] : []),
  ];
  return suggestions
    .map(({ kind, text }) => ({ kind, text: tidy(text) }))
    .filter(({ text }) => text.length <= MAX_LENGTH)
    .map(({ kind, text }) => [fold(text), kind, text].join(SEPARATOR));
};

/** Without controls, among them the separator, and halves of characters. */
const tidy = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();

/** What a reader does not tell apart while typing: case, and ё from е. */
const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** One more than the spellings that most suggestions have, as those of one are counted apart. */
const SPELLINGS = 5;

/** Undefined if nothing begins so, or everything. */
export const suggestionsBody = (prefix: string, limit: number): estypes.SearchRequest | undefined => {
  const folded = fold(tidy(prefix));
  if (folded === '' || folded.length > MAX_LENGTH) return undefined;
  return {
    size: 0,
    track_total_hits: false,
    query: {
      bool: {
        filter: [{ term: { state: 'active' } }, { term: { isCanonical: true } }, { prefix: { suggestions: folded } }],
      },
    },
    aggregations: {
      suggestions: {
        terms: { field: 'suggestions', size: limit * SPELLINGS, include: `${literally(folded)}.*` },
      },
    },
  };
};

/** For Lucene's regular expressions, in which any sign may mean something. */
const literally = (text: string): string => text.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&');

/** The spellings of one suggestion are one, and the commonest of them is shown. */
export const readSuggestions = (
  aggregations: Readonly<Record<string, unknown>> | undefined,
  limit: number,
): readonly Suggestion[] => {
  const { buckets } = aggregations?.['suggestions'] as { buckets: readonly { key: unknown; doc_count: number }[] };
  const merged = new Map<string, { suggestion: Suggestion; count: number }>();
  for (const { key, doc_count: count } of buckets) {
    const [folded = '', kind, text = ''] = String(key).split(SEPARATOR);
    const known = merged.get(`${kind} ${folded}`);
    if (known) known.count += count;
    else merged.set(`${kind} ${folded}`, { suggestion: { kind: kind as Suggestion['kind'], text }, count });
  }
  return [...merged.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, limit)
    .map(({ suggestion }) => suggestion);
};
