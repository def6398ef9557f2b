import type { Page } from '@job-scope/kernel';
import { encodeCursor } from '@job-scope/platform-nest';
import type { ScheduleView } from '@job-scope/vacancies-application';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CollectionQuery, MAX_REQUESTS, MODE } from './request-collection.dto';

const OUTCOMES = ['fired', 'queued', 'skipped-overlap', 'skipped-misfire'] as const;
const OVERLAP = ['skip', 'queue'] as const;
const MISFIRE = ['fire-once', 'skip'] as const;

const moment = (description: string) => ApiProperty({ type: 'string', format: 'date-time', description });

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

  @ApiProperty({ type: 'string', nullable: true })
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

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly jitterSeconds!: number;

  @ApiProperty({ enum: OVERLAP })
  readonly overlap!: (typeof OVERLAP)[number];

  @ApiProperty({ enum: MISFIRE })
  readonly misfire!: (typeof MISFIRE)[number];

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly misfireToleranceSeconds!: number;

  @ApiProperty()
  readonly paused!: boolean;

  @ApiProperty({ type: () => FireTime, nullable: true, description: 'Null while it is paused.' })
  readonly nextFire!: FireTime | null;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'The time whose run waits until the run before it has ended; null for none.',
  })
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

  @ApiPropertyOptional({ description: '`cursor` of the next page; absent on the last one.' })
  readonly nextCursor?: string;
}

export const toSchedulePage = ({ items, next }: Page<ScheduleView>): SchedulePage => ({
  items,
  nextCursor: next && encodeCursor(next),
});
