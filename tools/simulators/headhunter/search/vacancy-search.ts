import {
  listed,
  newestFirst,
  Phrases,
  Remembered,
  scanNewestFirst,
  type Found,
  type Predicate,
} from '@job-scope/simulator-shared';
import type { VacancyBoard } from '../dataset/vacancy-board';
import type { VacancyText } from '../dataset/vacancy-source';
import { predicatesOf } from './filters';
import { distanceTo, salaryKey, sortBy } from './order';
import { SEARCH_FIELDS, type SearchField, type SearchQuery } from './search-query';
import { TextQuery } from './text-query';

type SearchTerms = Pick<SearchQuery, 'filter' | 'text' | 'excludedText' | 'fields' | 'order' | 'view'>;

export class VacancySearch {
  private readonly remembered = new Remembered<Found>();
  private readonly phrases = new Phrases();

  constructor(private readonly board: VacancyBoard) {}

  find(terms: SearchTerms): Found {
    const { filter, text, excludedText, fields, order } = terms;
    const key = JSON.stringify([filter, text, excludedText, fields, order, terms.view.sortPoint]);
    return this.remembered.find(key, this.board.version, () => this.search(terms));
  }

  private search(terms: SearchTerms): Found {
    const { filter, order } = terms;
    const first = filter.from === undefined ? 0 : this.board.firstRankSince(filter.from);
    const end = filter.to === undefined ? this.board.open : this.board.firstRankSince(filter.to + 1);
    const text = terms.text === undefined ? undefined : TextQuery.parse(terms.text);
    const predicates = [...predicatesOf(filter, this.board), ...this.exclusionsOf(terms.excludedText ?? '')];
    if (predicates.length === 0 && !text && (order === 'publication_time' || order === 'relevance')) {
      return newestFirst(this.board, first, end);
    }
    if (text) predicates.push(this.textPredicate(text, terms.fields));
    const rows = scanNewestFirst(this.board, first, end, predicates);
    return listed(this.sort(rows, terms, text));
  }

  private sort(rows: number[], { order, view }: SearchTerms, text: TextQuery | undefined): number[] {
    switch (order) {
      case 'publication_time':
        return rows;
      case 'salary_asc':
        return sortBy(rows, salaryKey(this.board, 'asc'));
      case 'salary_desc':
        return sortBy(rows, salaryKey(this.board, 'desc'));
      case 'distance': {
        const distance = distanceTo(this.board, view.sortPoint as { lat: number; lng: number });
        return sortBy(rows, (row) => distance(row) ?? Number.MAX_SAFE_INTEGER);
      }
      case 'relevance': {
        if (!text) return rows;
        // A match in the title is worth more than one elsewhere; the real formula is not published.
        const inTitle = this.textPredicate(text, ['name']);
        return sortBy(rows, (row) => (inTitle(row) ? 0 : 1));
      }
    }
  }

  /** A vacancy in which one of the words occurs is left out; commas stand between them. */
  private exclusionsOf(text: string): readonly Predicate[] {
    return text.split(',').flatMap((words) => {
      const query = TextQuery.parse(words);
      const occurs = query && this.textPredicate(query, SEARCH_FIELDS);
      return occurs ? [(row: number) => !occurs(row)] : [];
    });
  }

  private textPredicate(query: TextQuery, fields: readonly SearchField[]): Predicate {
    return (row) => query.matches(this.searchable(this.board.text(row), fields));
  }

  /** Phrases are joined by a bar, so that no quoted phrase reaches from one into the next. */
  private searchable(text: VacancyText, fields: readonly SearchField[]): string {
    let joined = '';
    for (const field of fields) for (const phrase of text[field]) joined += `|${this.phrases.normalised(phrase)}`;
    return joined;
  }
}
