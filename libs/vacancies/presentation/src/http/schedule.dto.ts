import { ApiNextCursor } from '@job-scope/platform-nest/openapi';
import { ApiProperty } from '@nestjs/swagger';
import { count, moment, momentOrNull, textOrNull } from './answer-properties';
import { CollectionQuery } from './collection-query.dto';
import { MAX_REQUESTS, MODE } from './request-collection.dto';

const OUTCOMES = ['fired', 'queued', 'skipped-overlap', 'skipped-misfire'] as const;
const OVERLAP = ['skip', 'queue'] as const;
const MISFIRE = ['fire-once', 'skip'] as const;

export class FireTime {
  @moment('As the cron expression names it.')
  readonly at!: Date;

  @moment('When it is served: later by its jitter, which is the same for all schedulers.')
  readonly dueAt!: Date;
}

export class ScheduleFire {
  @moment('As the cron expression names it.')
  readonly at!: Date;

  @ApiProperty({
    enum: OUTCOMES,
    description: 'Whether it was served, waits for the run before it to end, or was left out, and why.',
  })
  readonly outcome!: (typeof OUTCOMES)[number];

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The run that serves it.' })
  readonly runId!: string | null;

  @moment('When that was decided.')
  readonly recordedAt!: Date;
}

export class Schedule {
  @ApiProperty({ format: 'uuid', example: '0198c5a2-7b1c-7def-8a34-3f1c9d2e4b5a' })
  readonly id!: string;

  @ApiProperty({ example: 'Moscow, every 6 hours' })
  readonly name!: string;

  @textOrNull()
  readonly description!: string | null;

  @ApiProperty({ example: 'headhunter' })
  readonly source!: string;

  @ApiProperty({ type: () => CollectionQuery })
  readonly query!: CollectionQuery;

  @ApiProperty(MODE)
  readonly mode!: 'full' | 'incremental';

  @ApiProperty(MAX_REQUESTS)
  readonly maxRequests!: number | null;

  @ApiProperty({ example: '0 */6 * * *' })
  readonly cron!: string;

  @ApiProperty({ example: 'Europe/Moscow' })
  readonly timeZone!: string;

  @count()
  readonly jitterSeconds!: number;

  @ApiProperty({ enum: OVERLAP })
  readonly overlap!: (typeof OVERLAP)[number];

  @ApiProperty({ enum: MISFIRE })
  readonly misfire!: (typeof MISFIRE)[number];

  @count()
  readonly misfireToleranceSeconds!: number;

  @ApiProperty()
  readonly paused!: boolean;

  @ApiProperty({ type: () => FireTime, nullable: true, description: 'Null while it is paused.' })
  readonly nextFire!: FireTime | null;

  @momentOrNull('The time whose run waits until the run before it has ended; null for none.')
  readonly waitingFireAt!: Date | null;

  @ApiProperty({ type: () => ScheduleFire, nullable: true, description: 'Null before the first.' })
  readonly lastFire!: ScheduleFire | null;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Goes up with every change; also the entity tag.' })
  readonly revision!: number;

  @moment('When somebody made it.')
  readonly createdAt!: Date;

  @moment('When somebody changed it last.')
  readonly updatedAt!: Date;
}

export class ScheduleDetail extends Schedule {
  @ApiProperty({ type: () => [FireTime], description: 'The next five times; none while it is paused.' })
  readonly nextFires!: readonly FireTime[];

  @ApiProperty({ type: () => [ScheduleFire], description: 'The last ten times, the latest first.' })
  readonly lastFires!: readonly ScheduleFire[];
}

export class SchedulePage {
  @ApiProperty({ type: () => [Schedule] })
  readonly items!: readonly Schedule[];

  @ApiNextCursor()
  readonly nextCursor?: string;
}
