import { IsPostgresUrl, Setting } from '@job-scope/platform-nest';
import { Matches } from 'class-validator';

/** Printable ASCII: other characters would have to be normalised before they are digested (RFC 7613). */
const PASSWORD = /^[\x20-\x7e]{12,200}$/;
const WRONG_PASSWORD = { message: 'must be 12 to 200 printable ASCII characters' };

export class MigratorSettings {
  @Setting({ describe: 'the PostgreSQL database, as its owner, who may create roles', secret: true })
  @IsPostgresUrl()
  databaseUrl!: string;

  @Setting({ describe: 'the password that the role job_scope_gateway gets', secret: true })
  @Matches(PASSWORD, WRONG_PASSWORD)
  gatewayDbPassword!: string;

  @Setting({ describe: 'the password that the role job_scope_auth gets', secret: true })
  @Matches(PASSWORD, WRONG_PASSWORD)
  authDbPassword!: string;

  @Setting({ describe: 'the password that the role job_scope_worker gets', secret: true })
  @Matches(PASSWORD, WRONG_PASSWORD)
  workerDbPassword!: string;

  @Setting({ describe: 'the password that the role job_scope_scheduler gets', secret: true })
  @Matches(PASSWORD, WRONG_PASSWORD)
  schedulerDbPassword!: string;
}
