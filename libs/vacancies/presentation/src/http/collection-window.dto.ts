import type { Page } from '@job-scope/kernel';
import { encodeCursor } from '@job-scope/platform-nest';
import type { CollectionWindowView } from '@job-scope/vacancies-application';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CollectionCounts } from './collection-run.dto';

const STATES = ['planned', 'collecting', 'done', 'split', 'blocked', 'failed', 'capped', 'cancelled'] as const;

const bound = (description: string) =>
  ApiProperty({ type: 'string', format: 'date-time', nullable: true, description });

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

  @bound('Published from then on; null is unbounded.')
  readonly publishedFrom!: Date | null;

  @bound('Published until then; null is unbounded.')
  readonly publishedTo!: Date | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Further filters, in the words of the source.',
    example: { area: '1', experience: 'between1And3' },
  })
  readonly filters!: Readonly<Record<string, string>>;

  @ApiProperty({ type: 'integer', minimum: 0, nullable: true, description: 'What the source says it has in it.' })
  readonly found!: number | null;

  @ApiProperty({ type: () => CollectionCounts })
  readonly counts!: CollectionCounts;
}

export class CollectionWindowPage {
  @ApiProperty({ type: () => [CollectionWindow], description: 'In the order of their making.' })
  readonly items!: readonly CollectionWindow[];

  @ApiPropertyOptional({ description: '`cursor` of the next page; absent on the last one.' })
  readonly nextCursor?: string;
}

export const toCollectionWindowPage = ({ items, next }: Page<CollectionWindowView>): CollectionWindowPage => ({
  items,
  nextCursor: next && encodeCursor(next),
});
