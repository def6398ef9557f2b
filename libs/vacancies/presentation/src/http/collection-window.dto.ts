import { ApiNextCursor } from '@job-scope/platform-nest/openapi';
import { ApiProperty } from '@nestjs/swagger';
import { countOrNull, momentOrNull } from './answer-properties';
import { CollectionCounts } from './collection-run.dto';

const STATES = ['planned', 'collecting', 'done', 'split', 'blocked', 'failed', 'capped', 'cancelled'] as const;

export class CollectionWindow {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The window that it is a part of.' })
  readonly parentId!: string | null;

  @ApiProperty({
    enum: ['list', 'inquiry'],
    description: 'Whether a list of the source is read, or vacancies are asked for, each alone.',
  })
  readonly task!: 'list' | 'inquiry';

  @ApiProperty({ enum: STATES })
  readonly state!: (typeof STATES)[number];

  @momentOrNull('Published from then on; null is unbounded.')
  readonly publishedFrom!: Date | null;

  @momentOrNull('Published until then; null is unbounded.')
  readonly publishedTo!: Date | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Further filters, in the words of the source.',
    example: { area: '1', experience: 'between1And3' },
  })
  readonly filters!: Readonly<Record<string, string>>;

  @countOrNull('What the source says it has in it.')
  readonly found!: number | null;

  @ApiProperty({ type: () => CollectionCounts })
  readonly counts!: CollectionCounts;
}

export class CollectionWindowPage {
  @ApiProperty({ type: () => [CollectionWindow], description: 'In the order of their making.' })
  readonly items!: readonly CollectionWindow[];

  @ApiNextCursor()
  readonly nextCursor?: string;
}
