import { Dice, Draw, inventTexts, outlineVacancy, PROFILES, type JsonObject } from '@job-scope/simulator-shared';
import { AreaDirectory } from '../../directories/areas';
import type { ColumnValues } from '../columns';
import type { EmployerDirectory } from '../employer-directory';
import type { Address, Face, VacancySource, VacancyText, View } from '../vacancy-source';
import { inventAddress } from './address';
import { weighCities } from './cities';
import { detailFields } from './detail';
import { draftVacancy, type Draft } from './draft';
import { inventEmployers } from './employers';
import { factsOf } from './facts';
import { commonFields, searchFields } from './item';
import { inventPublishedAt } from './timeline';

/** Ids pass from eight to nine digits within the first few thousand: comparing them as text goes wrong there. */
const FIRST_ID = 99_985_000;
const ID_STRIDE = 7;

/** Vacancies invented from a seed; row N is the same vacancy whatever the size of the data set. */
export class GeneratedSource implements VacancySource {
  readonly areas = new AreaDirectory();
  private readonly cities = weighCities(this.areas);
  readonly employers: EmployerDirectory;
  readonly vocabulary = titleWords();

  /** @param now seconds since the epoch: vacancies are published in the 30 days before */
  constructor(
    readonly size: number,
    private readonly seed: number,
    private readonly now: number,
  ) {
    this.employers = inventEmployers(seed, this.cities);
  }

  idOf(row: number): string {
    return String(FIRST_ID + row * ID_STRIDE + new Dice(this.seed, row).below(Draw.Gap, ID_STRIDE));
  }

  rowOf(id: string): number | undefined {
    const row = Math.floor((Number(id) - FIRST_ID) / ID_STRIDE);
    return row >= 0 && this.idOf(row) === id ? row : undefined;
  }

  contentOf(row: number): number {
    return row;
  }

  facts(row: number): ColumnValues {
    const draft = this.draft(row);
    return factsOf(draft, this.employers.at(draft.employer), inventPublishedAt(draft.dice, this.now));
  }

  text(row: number): VacancyText {
    const outline = outlineVacancy(new Dice(this.seed, row), this.employers.size);
    const { title, requirements, duties } = inventTexts(outline);
    return {
      name: [title],
      company_name: outline.anonymous ? [] : [this.employers.at(outline.employer).name],
      description: [...requirements, ...duties],
    };
  }

  address(row: number): Address | null {
    const { dice, city } = this.draft(row);
    return inventAddress(dice, city);
  }

  item(row: number, face: Face, view: View): JsonObject {
    const draft = this.draft(row);
    const { title, requirements, duties } = inventTexts(draft);
    return { ...this.common(draft, title, face, view), ...searchFields(draft, requirements, duties, view) };
  }

  detail(row: number, face: Face, view: View): JsonObject {
    const draft = this.draft(row);
    const texts = inventTexts(draft);
    return { ...this.common(draft, texts.title, face, view), ...detailFields(draft, texts, face, view) };
  }

  private draft(row: number): Draft {
    return draftVacancy(new Dice(this.seed, row), this.cities, this.employers);
  }

  private common(draft: Draft, title: string, face: Face, view: View): JsonObject {
    const setting = {
      area: this.areas.reference(draft.city.area, view.locale),
      address: inventAddress(draft.dice, draft.city),
      employers: this.employers,
    };
    return commonFields(draft, title, setting, face, view);
  }
}

function titleWords(): Set<string> {
  return new Set(
    PROFILES.flatMap(({ titles }) => titles).flatMap((title) => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  );
}
