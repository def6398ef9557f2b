import type { Page } from '@job-scope/kernel';
import { encodeCursor } from '@job-scope/platform-nest';
import type { HiddenVacancyView } from '@job-scope/vacancies-application';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { VacancySummary } from './vacancy.dto';

export class HiddenVacancy extends VacancySummary {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'For `If-Match`.' })
  readonly revision!: number;

  @ApiProperty({ type: 'string', format: 'date-time' })
  readonly hiddenAt!: Date;
}

export class HiddenVacancyPage {
  @ApiProperty({ type: () => [HiddenVacancy] })
  readonly items!: readonly HiddenVacancy[];

  @ApiPropertyOptional({ description: '`cursor` of the next page; absent on the last one.' })
  readonly nextCursor?: string;
}

export const toHiddenVacancyPage = ({ items, next }: Page<HiddenVacancyView>): HiddenVacancyPage => ({
  items,
  nextCursor: next && encodeCursor(next),
});
