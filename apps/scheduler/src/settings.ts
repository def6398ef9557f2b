import { IsPostgresUrl, ServiceSettings, Setting } from '@job-scope/platform-nest';
import { IsInt, IsNotEmpty, IsTimeZone, Max, Min } from 'class-validator';

/** An empty variable counts as unset, and unset means the default: "no schedule" needs a word. */
export const NO_DEFAULT_SCHEDULE = 'none';

export class SchedulerSettings extends ServiceSettings {
  override managementPort: number = 3301;

  @Setting({ describe: 'the PostgreSQL database, as the role job_scope_scheduler', secret: true })
  @IsPostgresUrl()
  databaseUrl!: string;

  @Setting({
    describe:
      'when to collect everything, as a cron expression; `none` for never; read once, when no default schedule is stored',
  })
  @IsNotEmpty()
  defaultScheduleCron: string = '0 */6 * * *';

  @Setting({ describe: 'the IANA time zone of DEFAULT_SCHEDULE_CRON' })
  @IsTimeZone()
  defaultScheduleTimeZone: string = 'Europe/Moscow';

  @Setting({
    describe: 'for how many days it is known what became of each time of a schedule; its last is always known',
  })
  @IsInt()
  @Min(1)
  @Max(36_500)
  scheduleHistoryDays: number = 90;
}
