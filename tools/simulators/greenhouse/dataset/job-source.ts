import {
  COMPANY_COUNT,
  Dice,
  Draw,
  outlineVacancy,
  PROFILES,
  Weighted,
  type PostingBoard,
  type PostingSource,
} from '@job-scope/simulator-shared';
import { inventBoards, weighBoards, type Board } from './boards';
import type { Draft, Edition } from './job';
import { jobIdOf, rowIn } from './job-id';
import { ENGLISH_OFFICES, RUSSIAN_OFFICES } from './offices';

const DAY = 86_400;
const FRESH_DAYS = 60;
const LONGEST_DAYS = 500;
const RUSSIAN_SHARE = 0.03;

/** Companies abroad hire people of the trade whose grades are said in English, some of them in Russian. */
const PROFILE_CHOICE = new Weighted(PROFILES, ({ weight, language, grades }) => {
  if (language === 'EN') return weight;
  return grades === 'international' ? weight * RUSSIAN_SHARE : 0;
});

/** Jobs invented from a seed; a row is one job, of whichever board. */
export class JobSource implements PostingSource {
  readonly boards: readonly Board[];
  private readonly choice: Weighted<Board>;

  /** @param now seconds since the epoch */
  constructor(
    readonly size: number,
    boards: number,
    private readonly seed: number,
    private readonly now: number,
  ) {
    this.boards = inventBoards(boards);
    this.choice = weighBoards(this.boards);
  }

  idOf(row: number): string {
    return String(jobIdOf(this.dice(row), row));
  }

  rowOf(id: string): number | undefined {
    const row = rowIn(id);
    return row !== undefined && this.idOf(row) === id ? row : undefined;
  }

  modifiedAt(row: number): number {
    return this.now - this.dice(row).below(Draw.Age, FRESH_DAYS * DAY);
  }

  boardOf(row: number): Board {
    return this.choice.at(this.dice(row).unit(Draw.Board));
  }

  draft(row: number): Draft {
    const dice = this.dice(row);
    const outline = outlineVacancy(dice, COMPANY_COUNT, PROFILE_CHOICE);
    const offices = outline.profile.language === 'EN' ? ENGLISH_OFFICES : RUSSIAN_OFFICES;
    return {
      ...outline,
      id: jobIdOf(dice, row),
      board: this.boardOf(row),
      office: offices.at(dice.unit(Draw.Office)),
    };
  }

  edition(row: number, board: PostingBoard): Edition {
    const age = Math.floor(this.dice(row).unit(Draw.Created) ** 2 * LONGEST_DAYS) * DAY;
    return {
      publishedAt: board.insertedAt(row) ?? this.modifiedAt(row) - age,
      modifiedAt: board.modifiedAt(row),
      edits: board.editsOf(row),
    };
  }

  private dice(row: number): Dice {
    return new Dice(this.seed, row);
  }
}
