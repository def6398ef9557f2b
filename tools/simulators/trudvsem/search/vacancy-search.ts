import {
  listed,
  newestFirst,
  Phrases,
  Remembered,
  scanNewestFirst,
  type Found,
  type PostingBoard,
  type Predicate,
} from '@job-scope/simulator-shared';
import type { Region } from '../dataset/regions';
import type { VacancySource } from '../dataset/vacancy-source';
import type { PageQuery } from './query';

/** What a path narrows a search to. */
export interface Scope {
  readonly region?: Region;
  /** Position of the company. */
  readonly company?: number;
}

/** Finds vacancies, the last modified first. */
export class VacancySearch {
  private readonly remembered = new Remembered<Found>();
  private readonly phrases = new Phrases();

  constructor(
    private readonly source: VacancySource,
    private readonly board: PostingBoard,
  ) {}

  find(scope: Scope, { words, from, to }: PageQuery): Found {
    const key = JSON.stringify([scope.region?.code, scope.company, words, from, to]);
    return this.remembered.find(key, this.board.version, () => {
      const first = from === undefined ? 0 : this.board.firstRankSince(from);
      const end = to === undefined ? this.board.open : this.board.firstRankSince(Math.floor(to) + 1);
      const predicates = this.predicates(scope, words);
      if (predicates.length === 0) return newestFirst(this.board, first, end);
      return listed(scanNewestFirst(this.board, first, end, predicates));
    });
  }

  private predicates({ region, company }: Scope, words: readonly string[]): Predicate[] {
    const { source } = this;
    return [
      ...(region ? [(row: number) => source.regionOf(row) === region] : []),
      ...(company === undefined
        ? []
        : [(row: number) => source.companyOf(row) === company && !source.companyHidden(row)]),
      ...(words.length === 0 ? [] : [(row: number) => this.holds(row, words)]),
    ];
  }

  /** Whether some word begins with each that is looked for: the portal's own way with word forms is not published. */
  private holds(row: number, words: readonly string[]): boolean {
    const text = this.source.phrases(row).map((phrase) => this.phrases.normalised(phrase));
    return words.every((word) => text.some((phrase) => phrase.includes(` ${word}`)));
  }
}
