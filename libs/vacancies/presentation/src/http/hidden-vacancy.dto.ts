import { ApiNextCursor } from '@job-scope/platform-nest/openapi';
import { ApiProperty } from '@nestjs/swagger';
import { moment } from './answer-properties';
import { VacancySummary } from './vacancy.dto';

export class HiddenVacancy extends VacancySummary {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'For `If-Match`.' })
  readonly revision!: number;

  @moment()
  readonly hiddenAt!: Date;
}

export class HiddenVacancyPage {
  @ApiProperty({ type: () => [HiddenVacancy] })
  readonly items!: readonly HiddenVacancy[];

  @ApiNextCursor()
  readonly nextCursor?: string;
}
