import { ServiceSettings, Setting } from '@job-scope/platform-nest';
import { GREENHOUSE_TERMS } from '@job-scope/vacancies-infrastructure/greenhouse';
import { HEADHUNTER_TERMS } from '@job-scope/vacancies-infrastructure/headhunter';
import { TRUDVSEM_TERMS } from '@job-scope/vacancies-infrastructure/trudvsem';
import {
  IsIn,
  ArrayUnique,
  IsBoolean,
  IsEmail,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';

const WEB = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };
const POSTGRES = { protocols: ['postgres', 'postgresql'], require_protocol: true, require_tld: false };
const SMTP = { protocols: ['smtp', 'smtps'], require_protocol: true, require_tld: false };
const SITE = { ...WEB, allow_query_components: false, allow_fragments: false };
const REDIS = { protocols: ['redis', 'rediss'], require_protocol: true, require_tld: false };

/** All settings of the application are wanted as soon as there is one of them. */
const OfApplication = (): PropertyDecorator =>
  ValidateIf(({ headhunterClientId, headhunterClientSecret, headhunterTokenKey }: WorkerSettings) =>
    [headhunterClientId, headhunterClientSecret, headhunterTokenKey].some((value) => value !== undefined),
  );

export class WorkerSettings extends ServiceSettings {
  override managementPort: number = 3201;

  @Setting({ describe: 'the PostgreSQL database, as the role job_scope_worker', secret: true })
  @IsUrl(POSTGRES)
  databaseUrl!: string;

  @Setting({ describe: 'the Redis for queues and request budgets; without it they are in PostgreSQL', secret: true })
  @IsOptional()
  @IsUrl(REDIS)
  redisUrl?: string;

  @Setting({ describe: 'the Elasticsearch to index into; without it the index is in PostgreSQL', secret: true })
  @IsOptional()
  @IsUrl(WEB)
  elasticsearchUrl?: string;

  @Setting({ describe: 'the folder of the files that workers make, which they share with the gateways' })
  @IsNotEmpty()
  mediaDir: string = 'media';

  @Setting({ describe: 'how many requests a run may send that was asked for without a limit of its own' })
  @IsInt()
  @Min(1)
  collectionMaxRequests: number = 100_000;

  @Setting({
    describe:
      'whether exports read from PostgreSQL while Elasticsearch is away: on or off (then they wait); as for the gateways',
  })
  @IsIn(['on', 'off'])
  searchFallback: 'on' | 'off' = 'on';

  @Setting({ describe: 'how long a job may take, in seconds, before it is stopped and tried again' })
  @IsInt()
  @Min(10)
  @Max(86_400)
  jobTimeLimitSeconds: number = 3_600;

  @Setting({
    describe:
      'the mail server, as smtp://user:password@host:port or smtps://…; or else MAIL_FOLDER. Without either, saved ' +
      'searches are not looked at',
    secret: true,
  })
  @IsOptional()
  @IsUrl(SMTP)
  smtpUrl?: string;

  @Setting({ describe: 'a folder to put mails into in place of sending them; or else SMTP_URL' })
  @IsOptional()
  @IsNotEmpty()
  mailFolder?: string;

  @Setting({ describe: 'the sender of mails' })
  @IsEmail({ allow_display_name: true, require_tld: false })
  mailFrom: string = 'Job Scope <no-reply@localhost>';

  @Setting({ describe: 'where users reach the gateway: the links in mails lead there' })
  @IsUrl(SITE)
  publicUrl: string = 'http://127.0.0.1:3000';

  @Setting({ describe: 'the HeadHunter API, or a server that speaks like it' })
  @IsUrl(WEB)
  headhunterBaseUrl: string = 'https://api.hh.ru';

  @Setting({ describe: 'the id of our application at HeadHunter; without an application it soon demands a captcha' })
  @OfApplication()
  @IsNotEmpty()
  headhunterClientId?: string;

  @Setting({ describe: 'the secret of our application at HeadHunter', secret: true })
  @OfApplication()
  @IsNotEmpty()
  headhunterClientSecret?: string;

  @Setting({ describe: "what the application's token is stored under: 32 random bytes in base64", secret: true })
  @OfApplication()
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'it must be 32 bytes in base64, as by: openssl rand -base64 32' })
  headhunterTokenKey?: string;

  @Setting({ describe: 'how we introduce ourselves to HeadHunter: "Name/1.0 (contact@example.com)"' })
  @Matches(/^[\w.-]+\/[\w.-]+ \([^\s()]+@[^\s()]+\)$/, { message: 'must look like Name/1.0 (contact@example.com)' })
  headhunterUserAgent!: string;

  @Setting({ describe: 'how many requests a second all workers together send to HeadHunter' })
  @IsNumber()
  @Min(0.01)
  @Max(1_000)
  headhunterRequestsPerSecond: number = HEADHUNTER_TERMS.requestsPerSecond;

  @Setting({
    describe: 'whether to ask HeadHunter for each new or changed vacancy alone, too: lists have no descriptions',
  })
  @IsBoolean()
  headhunterFetchDetails: boolean = true;

  @Setting({ describe: 'the open data of Trudvsem, or a server that speaks like it' })
  @IsUrl(WEB)
  trudvsemBaseUrl: string = 'https://opendata.trudvsem.ru';

  @Setting({ describe: 'how many requests a second all workers together send to Trudvsem' })
  @IsNumber()
  @Min(0.01)
  @Max(1_000)
  trudvsemRequestsPerSecond: number = TRUDVSEM_TERMS.requestsPerSecond;

  @Setting({ describe: 'the job boards of Greenhouse, or a server that speaks like them' })
  @IsUrl(WEB)
  greenhouseBaseUrl: string = 'https://boards-api.greenhouse.io';

  @Setting({ describe: 'the boards that a collection from Greenhouse reads which names none, by their tokens' })
  @ArrayUnique()
  @Matches(/^[\w.-]{1,64}$/, { each: true, message: 'each must be the token of a board, as it stands in its address' })
  greenhouseBoards: string[] = [];

  @Setting({ describe: 'how many requests a second all workers together send to Greenhouse' })
  @IsNumber()
  @Min(0.01)
  @Max(1_000)
  greenhouseRequestsPerSecond: number = GREENHOUSE_TERMS.requestsPerSecond;
}
