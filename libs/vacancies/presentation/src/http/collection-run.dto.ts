import { ApiNextCursor } from '@job-scope/platform-nest/openapi';
import { ApiProperty } from '@nestjs/swagger';
import { count, countOrNull, moment, momentOrNull, textOrNull } from './answer-properties';
import { CollectionQuery } from './collection-query.dto';
import { MAX_REQUESTS, MODE } from './request-collection.dto';

const STATUSES = ['requested', 'collecting', 'finished'] as const;
const OUTCOMES = ['complete', 'partial', 'empty', 'blocked', 'parse-errors', 'failed', 'cancelled'] as const;

export class CollectionCounts {
  @count('Requests sent to the source, repeated ones included.')
  readonly requests!: number;

  @count('Of the requests: those that the source answered by 429, for there were too many.')
  readonly throttled!: number;

  @count('Vacancies the source has shown.')
  readonly fetched!: number;

  @count('Vacancies stored for the first time.')
  readonly created!: number;

  @count('Vacancies whose content had changed.')
  readonly changed!: number;

  @count('Vacancies stored before, and the same still.')
  readonly unchanged!: number;

  @count('Items that could not be understood.')
  readonly skipped!: number;

  @count('Vacancies that were asked for alone: new and changed ones for their details, and those seen no longer.')
  readonly asked!: number;

  @count('Vacancies that turned out to be closed.')
  readonly archived!: number;

  @count('Vacancies that turned out to be gone.')
  readonly gone!: number;
}

export class RunRequester {
  @ApiProperty({ enum: ['user', 'schedule', 'operator'] })
  readonly kind!: 'user' | 'schedule' | 'operator';

  @ApiProperty({ description: 'Of an operator the account on the server.' })
  readonly id!: string;
}

export class CollectionRun {
  @ApiProperty({ format: 'uuid', example: '0198c5a2-7b1c-7def-8a34-3f1c9d2e4b5a' })
  readonly id!: string;

  @ApiProperty({ example: 'headhunter' })
  readonly source!: string;

  @ApiProperty({ type: () => CollectionQuery })
  readonly query!: CollectionQuery;

  @ApiProperty(MODE)
  readonly mode!: 'full' | 'incremental';

  @ApiProperty({
    ...MAX_REQUESTS,
    description: 'How many requests it may send; null until a worker has set what is usual.',
  })
  readonly maxRequests!: number | null;

  @ApiProperty({ enum: STATUSES })
  readonly status!: (typeof STATUSES)[number];

  @ApiProperty({ enum: OUTCOMES, nullable: true, description: 'How it ended; null until it has.' })
  readonly outcome!: (typeof OUTCOMES)[number] | null;

  @textOrNull('Why it ended so, for people; null when all went well.')
  readonly reason!: string | null;

  @ApiProperty({ type: () => RunRequester })
  readonly requestedBy!: RunRequester;

  @moment()
  readonly requestedAt!: Date;

  @momentOrNull('When a worker took it up.')
  readonly startedAt!: Date | null;

  @momentOrNull('When it ended.')
  readonly finishedAt!: Date | null;

  @countOrNull('How many vacancies the source says it has; null until it has said so.')
  readonly found!: number | null;

  @ApiProperty({ type: () => CollectionCounts })
  readonly counts!: CollectionCounts;

  @ApiProperty({
    type: 'number',
    minimum: 0,
    maximum: 1,
    nullable: true,
    description: 'The share done; null until the source has said how much there is.',
    example: 0.35,
  })
  readonly progress!: number | null;
}

export class WindowStates {
  @count('Not begun.')
  readonly planned!: number;

  @count('Being collected.')
  readonly collecting!: number;

  @count('Collected.')
  readonly done!: number;

  @count('Replaced by smaller ones, because the source has more in it than it shows at a time.')
  readonly split!: number;

  @count('Given up because the source refused to answer.')
  readonly blocked!: number;

  @count('Given up for another reason.')
  readonly failed!: number;

  @count('Left where it stood when the run had sent all the requests that it may send.')
  readonly capped!: number;

  @count('Ended because the run was cancelled.')
  readonly cancelled!: number;
}

export class CollectionRunDetail extends CollectionRun {
  @ApiProperty({ type: () => WindowStates, description: 'How many parts of the run stand in which state.' })
  readonly windows!: WindowStates;
}

export class CollectionRunPage {
  @ApiProperty({ type: () => [CollectionRun] })
  readonly items!: readonly CollectionRun[];

  @ApiNextCursor()
  readonly nextCursor?: string;
}
