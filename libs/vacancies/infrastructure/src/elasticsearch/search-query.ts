import type { estypes } from '@elastic/elasticsearch';
import type { VacancySearch } from '@job-scope/vacancies-ports';
import type { SearchPosition } from '../search-position';

export type SortKey = 'relevance' | 'published';

const SORTS: Readonly<Record<SortKey, estypes.Sort>> = {
  relevance: [{ _score: { order: 'desc' } }, { id: 'desc' }],
  published: [{ publishedAt: 'desc' }, { id: 'desc' }],
};

/** The page, one hit longer than asked for to see whether another follows, and the count of all that match. */
export const searchBody = (
  request: VacancySearch,
  sort: SortKey,
  after: SearchPosition | undefined,
): estypes.SearchRequest => ({
  query: { bool: { must: textQueries(request), filter: filters(request) } },
  sort: SORTS[sort],
  search_after: after && [after.key, after.id],
  size: request.limit + 1,
  track_total_hits: true,
});

/** Words joined by AND, `"phrases"` and `-exclusions`; everything else that a reader types is text, never a syntax error. */
const textQueries = ({ text }: VacancySearch): estypes.QueryDslQueryContainer[] =>
  text === undefined
    ? []
    : [
        {
          simple_query_string: {
            query: text,
            fields: ['title^4', 'employer.name^2', 'requirement', 'responsibility'],
            default_operator: 'and',
            flags: 'PHRASE|NOT|WHITESPACE',
          },
        },
      ];

/** Filters do not score (V-14), and are cached by the engine. */
const filters = (request: VacancySearch): estypes.QueryDslQueryContainer[] => {
  const terms = {
    source: request.source?.[0],
    'area.id': request.area?.ids[0],
    'employer.id': request.employer?.ids[0],
    'experience.id': request.experience?.ids[0],
    state: request.includeArchived ? undefined : 'active',
  };
  const given = Object.entries(terms).filter(([, value]) => value !== undefined);
  return [
    ...given.map(([field, value]) => ({ term: { [field]: value } })),
    ...(request.onlyWithSalary ? [{ exists: { field: 'salary.currency' } }] : []),
    ...publishedRange(request),
  ];
};

const publishedRange = ({ publishedFrom, publishedTo }: VacancySearch): estypes.QueryDslQueryContainer[] =>
  publishedFrom || publishedTo
    ? [{ range: { publishedAt: { gte: publishedFrom?.toISOString(), lte: publishedTo?.toISOString() } } }]
    : [];
