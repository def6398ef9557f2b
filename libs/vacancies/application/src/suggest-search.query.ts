import { ok, type Result } from '@job-scope/kernel';
import type { SearchFailure, VacancySearchReader } from '@job-scope/vacancies-ports';
import { inOtherLayout } from './keyboard-layout';
import { wordsOf } from './search-request';

export interface SuggestionView {
  readonly kind: 'title' | 'skill' | 'employer';
  readonly text: string;
}

export interface SuggestionsView {
  readonly items: readonly SuggestionView[];
  /** Whether another engine answered than the one that should have. */
  readonly degraded: boolean;
}

export type SuggestSearchFailure = SearchFailure;

/** Completes what a reader is typing, in the other keyboard layout if nothing begins so. */
export class SuggestSearch {
  constructor(private readonly reader: VacancySearchReader) {}

  async execute(input: {
    readonly prefix: string;
    readonly limit: number;
  }): Promise<Result<SuggestionsView, SuggestSearchFailure>> {
    const prefix = wordsOf(input.prefix);
    if (prefix === undefined) return ok({ items: [], degraded: false });
    const suggested = await this.reader.suggest(prefix, input.limit);
    const meant = suggested.ok && suggested.value.items.length === 0 ? inOtherLayout(prefix) : undefined;
    const answer = meant === undefined ? suggested : await this.reader.suggest(meant, input.limit);
    if (!answer.ok) return answer;
    const { items, degraded } = answer.value;
    return ok({ items: items.map(({ kind, text }) => ({ kind, text })), degraded });
  }
}
