import {
  Dice,
  Draw,
  inventTexts,
  outlineVacancy,
  type JsonObject,
  type Outline,
  type PostingBoard,
  type PostingSource,
} from '@job-scope/simulator-shared';
import { Companies } from './companies';
import { rowIn, uuidOf } from './identity';
import { REGION_CHOICE, type Region } from './regions';
import { inventCreatedAt, inventModifiedAt } from './timeline';
import { showVacancy } from './vacancy';
import { PROFILE_CHOICE } from './words';

const HIDDEN_COMPANY = 0.03;

/** Vacancies invented from a seed; row N is the same vacancy whatever the size of the data set. */
export class VacancySource implements PostingSource {
  readonly companies: Companies;

  /** @param now seconds since the epoch */
  constructor(
    readonly size: number,
    private readonly seed: number,
    private readonly now: number,
  ) {
    this.companies = new Companies(seed);
  }

  idOf(row: number): string {
    return uuidOf(this.dice(row), row);
  }

  rowOf(id: string): number | undefined {
    const row = rowIn(id);
    return row !== undefined && this.idOf(row) === id ? row : undefined;
  }

  modifiedAt(row: number): number {
    return inventModifiedAt(this.dice(row), this.now);
  }

  regionOf(row: number): Region {
    return REGION_CHOICE.at(this.dice(row).unit(Draw.Area));
  }

  /** Position of the company, shown or hidden. */
  companyOf(row: number): number {
    return this.outline(row).employer;
  }

  companyHidden(row: number): boolean {
    return this.dice(row).chance(Draw.CompanyHidden, HIDDEN_COMPANY);
  }

  /** All phrases that a search by text looks in. */
  phrases(row: number): string[] {
    const outline = this.outline(row);
    const { title, requirements, duties } = inventTexts(outline);
    const company = this.companyHidden(row) ? [] : [this.companies.at(outline.employer).name];
    return [title, ...company, ...requirements, ...duties];
  }

  show(row: number, board: PostingBoard): JsonObject {
    const outline = this.outline(row);
    const draft = {
      ...outline,
      id: this.idOf(row),
      region: this.regionOf(row),
      company: this.companies.at(outline.employer),
      companyHidden: this.companyHidden(row),
    };
    const createdAt = board.insertedAt(row) ?? inventCreatedAt(outline.dice, this.modifiedAt(row));
    return showVacancy(draft, { createdAt, modifiedAt: board.modifiedAt(row), edits: board.editsOf(row) });
  }

  private outline(row: number): Outline {
    return outlineVacancy(this.dice(row), this.companies.size, PROFILE_CHOICE);
  }

  private dice(row: number): Dice {
    return new Dice(this.seed, row);
  }
}
