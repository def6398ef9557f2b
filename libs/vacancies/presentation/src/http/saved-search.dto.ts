import { ApiProperty } from '@nestjs/swagger';
import { moment, momentOrNull } from './answer-properties';
import { FREQUENCY, LANGUAGE, SEARCH } from './saved-search-body.dto';

export class SavedSearch {
  @ApiProperty({ format: 'uuid', example: '0198c5a2-7b1c-7def-8a34-3f1c9d2e4b5a' })
  readonly id!: string;

  @ApiProperty({ example: 'Cooks in Moscow' })
  readonly name!: string;

  @ApiProperty(SEARCH)
  readonly search!: object;

  @ApiProperty(FREQUENCY)
  readonly frequency!: 'hourly' | 'daily';

  @ApiProperty(LANGUAGE)
  readonly language!: 'ru' | 'en';

  @ApiProperty()
  readonly paused!: boolean;

  @ApiProperty({
    type: 'string',
    format: 'email',
    nullable: true,
    description:
      'Where mails go: your confirmed address. Null until it is known here, a few seconds after it was confirmed; ' +
      'nothing is sent as long as it is null.',
  })
  readonly deliverTo!: string | null;

  @momentOrNull('When the next look for new matches is due; null while it is paused.')
  readonly nextLookAt!: Date | null;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Goes up with every change; also the entity tag.' })
  readonly revision!: number;

  @moment('When you made it.')
  readonly createdAt!: Date;

  @moment('When you changed it last.')
  readonly updatedAt!: Date;
}

export class SavedSearches {
  @ApiProperty({ type: () => [SavedSearch], maxItems: 50 })
  readonly items!: readonly SavedSearch[];
}
