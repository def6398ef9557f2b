import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SCHEDULE_DEFAULTS } from '@job-scope/vacancies-application';
import { Allow, IsBoolean, ValidateIf } from 'class-validator';
import { CollectionQuery } from './collection-query.dto';
import { MAX_REQUESTS, MODE } from './request-collection.dto';

/* These describe the wire; whether a schedule is one, the use cases decide, and name every fault at once. */

const NAME = { type: 'string', minLength: 1, maxLength: 100, description: 'Unique.', example: 'Moscow, every 6 hours' };
const DESCRIPTION = { type: 'string', maxLength: 1000, nullable: true, description: 'For people.' };
const SOURCE = { type: 'string', description: 'The aggregator to collect from.', example: 'headhunter' };
const QUERY = { type: () => CollectionQuery, description: 'What to collect; empty for everything.' };
const CRON = {
  type: 'string',
  minLength: 1,
  maxLength: 100,
  description:
    'Five or six fields: second (may be left out), minute, hour, day, month, weekday. At least 60 seconds must lie ' +
    'between any two times.',
  example: '0 */6 * * *',
};
const TIME_ZONE = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  description: 'In which the fields are read: an IANA name.',
  example: 'Europe/Moscow',
};
const JITTER = {
  type: 'integer',
  minimum: 0,
  maximum: 3600,
  description:
    'Each time is served up to so many seconds later, so that schedules of one time do not all start at once. ' +
    'Must be less than lies between any two times.',
};
const OVERLAP = {
  enum: ['skip', 'queue'],
  description:
    'What to do when a time comes while a run of the schedule is under way: leave it out, or wait until the run has ' +
    'ended. One time at most waits; others are left out.',
};
const MISFIRE = {
  enum: ['fire-once', 'skip'],
  description:
    'What to do with times that no scheduler has served: make up for all of them by one run, or leave out those that ' +
    'are later than the tolerance.',
};
const TOLERANCE = {
  type: 'integer',
  minimum: 0,
  maximum: 86400,
  description: 'How many seconds late a time may be served before it counts as missed.',
};

const Field = (schema: object): PropertyDecorator => apply(ApiProperty(schema), Allow());
const OptionalField = (schema: object): PropertyDecorator => apply(ApiPropertyOptional(schema), Allow());

const apply =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (...target) =>
    decorators.forEach((decorate) => decorate(...target));

export class CreateScheduleBody {
  @Field(NAME)
  readonly name!: unknown;

  @OptionalField(DESCRIPTION)
  readonly description?: unknown;

  @Field(SOURCE)
  readonly source!: unknown;

  @Field(QUERY)
  readonly query!: unknown;

  @OptionalField({ ...MODE, default: SCHEDULE_DEFAULTS.mode })
  readonly mode?: unknown;

  @OptionalField(MAX_REQUESTS)
  readonly maxRequests?: unknown;

  @Field(CRON)
  readonly cron!: unknown;

  @Field(TIME_ZONE)
  readonly timeZone!: unknown;

  @OptionalField({ ...JITTER, default: SCHEDULE_DEFAULTS.jitterSeconds })
  readonly jitterSeconds?: unknown;

  @OptionalField({ ...OVERLAP, default: SCHEDULE_DEFAULTS.overlap })
  readonly overlap?: unknown;

  @OptionalField({ ...MISFIRE, default: SCHEDULE_DEFAULTS.misfire })
  readonly misfire?: unknown;

  @OptionalField({ ...TOLERANCE, default: SCHEDULE_DEFAULTS.misfireToleranceSeconds })
  readonly misfireToleranceSeconds?: unknown;

  @ApiPropertyOptional({ default: false, description: 'Whether it waits to be resumed before it fires at all.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean({ message: 'must be true or false' })
  readonly paused?: boolean;
}

/** What is absent stays as it is. */
export class ChangeScheduleBody {
  @OptionalField(NAME)
  readonly name?: unknown;

  @OptionalField({ ...DESCRIPTION, description: 'For people; null takes it away.' })
  readonly description?: unknown;

  @OptionalField(SOURCE)
  readonly source?: unknown;

  @OptionalField({ ...QUERY, description: 'What to collect; takes the place of the whole query.' })
  readonly query?: unknown;

  @OptionalField(MODE)
  readonly mode?: unknown;

  @OptionalField(MAX_REQUESTS)
  readonly maxRequests?: unknown;

  @OptionalField(CRON)
  readonly cron?: unknown;

  @OptionalField(TIME_ZONE)
  readonly timeZone?: unknown;

  @OptionalField(JITTER)
  readonly jitterSeconds?: unknown;

  @OptionalField(OVERLAP)
  readonly overlap?: unknown;

  @OptionalField(MISFIRE)
  readonly misfire?: unknown;

  @OptionalField(TOLERANCE)
  readonly misfireToleranceSeconds?: unknown;
}
