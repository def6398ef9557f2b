import { ApiNextCursor } from '@job-scope/platform-nest/openapi';
import { ApiProperty } from '@nestjs/swagger';
import { moment, textOrNull } from './answer-properties';
import { Salary } from './salary.dto';

const STATES = ['active', 'archived', 'gone'] as const;
type State = (typeof STATES)[number];

export class TitleChange {
  @ApiProperty()
  readonly before!: string;

  @ApiProperty()
  readonly after!: string;
}

export class SalaryChange {
  @ApiProperty({ type: () => Salary, nullable: true })
  readonly before!: Salary | null;

  @ApiProperty({ type: () => Salary, nullable: true })
  readonly after!: Salary | null;
}

export class DescriptionChange {
  @textOrNull("The plain text that was replaced: by the next change's `before`, else by what the vacancy says now.")
  readonly before!: string | null;
}

export class StateChange {
  @ApiProperty({ enum: STATES })
  readonly before!: State;

  @ApiProperty({ enum: STATES })
  readonly after!: State;
}

export class VacancyChange {
  @ApiProperty({ type: 'integer', minimum: 2, description: 'The revision that the change made.' })
  readonly revision!: number;

  @moment('When it was noticed.')
  readonly at!: Date;

  @ApiProperty({ type: () => TitleChange, nullable: true })
  readonly title!: TitleChange | null;

  @ApiProperty({ type: () => SalaryChange, nullable: true })
  readonly salary!: SalaryChange | null;

  @ApiProperty({ type: () => DescriptionChange, nullable: true })
  readonly description!: DescriptionChange | null;

  @ApiProperty({ type: () => StateChange, nullable: true })
  readonly state!: StateChange | null;
}

export class VacancyHistoryPage {
  @ApiProperty({ type: () => [VacancyChange] })
  readonly items!: readonly VacancyChange[];

  @ApiNextCursor()
  readonly nextCursor?: string;
}
