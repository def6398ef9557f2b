import { ApiNextCursor, ListParameters, QueryIdentifier } from '@job-scope/platform-nest/openapi';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { count, moment, momentOrNull } from './answer-properties';

const STATES = ['open', 'replayed', 'discarded'] as const;
const REASON = 'source.unavailable';
const WORD = /^[\w.-]{1,64}$/;
const WORD_MESSAGE = { message: 'must be 1 to 64 letters, digits, - _ .' };

export class DeadLetterParameters extends ListParameters {
  @ApiPropertyOptional({ enum: STATES, default: 'open', description: 'Only what stands so.' })
  @IsIn(STATES)
  state: (typeof STATES)[number] = 'open';

  @QueryIdentifier('Only what was to be collected from this source.', 'headhunter')
  source?: string;

  @QueryIdentifier('Only what was given up for this reason.', REASON)
  reason?: string;
}

export class ReplayDeadLettersBody {
  @ApiPropertyOptional({ description: 'Only what was to be collected from this source.', example: 'headhunter' })
  @IsOptional()
  @Matches(WORD, WORD_MESSAGE)
  source?: string;

  @ApiPropertyOptional({ description: 'Only what was given up for this reason.', example: REASON })
  @IsOptional()
  @Matches(WORD, WORD_MESSAGE)
  reason?: string;
}

export class DeadLetter {
  @ApiProperty({ format: 'uuid', example: '0198c5a2-7b1c-7def-8a34-3f1c9d2e4b5a' })
  readonly id!: string;

  @ApiProperty({ example: 'headhunter' })
  readonly source!: string;

  @ApiProperty({ format: 'uuid' })
  readonly runId!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The part of the run that was given up; null if the run could not even be planned.',
  })
  readonly windowId!: string | null;

  @ApiProperty({ description: 'Why, in a word to group by. More can come.', example: REASON })
  readonly reason!: string;

  @ApiProperty({ description: 'Why, for people.', example: 'source.unavailable: it answered 503' })
  readonly detail!: string;

  @count('How often it was tried.')
  readonly attempts!: number;

  @moment()
  readonly failedAt!: Date;

  @ApiProperty({ enum: STATES, description: '`open` waits for somebody to replay or to discard it.' })
  readonly state!: (typeof STATES)[number];

  @momentOrNull('When it was replayed or discarded; null while it is open.')
  readonly settledAt!: Date | null;
}

export class DeadLetterPage {
  @ApiProperty({ type: () => [DeadLetter] })
  readonly items!: readonly DeadLetter[];

  @ApiNextCursor()
  readonly nextCursor?: string;
}

export class DeadLetterGroup {
  @ApiProperty({ example: 'headhunter' })
  readonly source!: string;

  @ApiProperty({ example: REASON })
  readonly reason!: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly count!: number;

  @moment('When the first of them was given up.')
  readonly firstAt!: Date;

  @moment('When the last of them was given up.')
  readonly lastAt!: Date;
}

export class DeadLetterGroups {
  @ApiProperty({ type: () => [DeadLetterGroup], description: 'By source, then by reason.' })
  readonly items!: readonly DeadLetterGroup[];
}

export class ReplayedDeadLetters {
  @count()
  readonly replayed!: number;

  @count('Left as they are, because their runs were cancelled, or may send no more requests.')
  readonly refused!: number;

  @ApiProperty({ description: 'There are others, more than one call replays: call again.' })
  readonly more!: boolean;
}
