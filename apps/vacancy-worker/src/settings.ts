import { IsEncryptionKey, IsPostgresUrl, IsRedisUrl, IsWebUrl, Setting } from '@job-scope/platform-nest';
import { MailSettings } from '@job-scope/platform-nest/mail';
import { GREENHOUSE_TERMS } from '@job-scope/vacancies-infrastructure/greenhouse';
import { HEADHUNTER_TERMS } from '@job-scope/vacancies-infrastructure/headhunter';
import { TRUDVSEM_TERMS } from '@job-scope/vacancies-infrastructure/trudvsem';
import {
  IsIn,
  ArrayUnique,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';

/** All settings of the application are wanted as soon as there is one of them. */
const OfApplication = (): PropertyDecorator =>
  ValidateIf(({ headhunterClientId, headhunterClientSecret, headhunterTokenKey }: WorkerSettings) =>
    [headhunterClientId, headhunterClientSecret, headhunterTokenKey].some((value) => value !== undefined),
  );

/** How many a second: no more than the terms of the source allow, its default, while it is asked at its own address. */
const IsRequestRate = (): PropertyDecorator => (target, key) => {
  for (const rule of [IsNumber(), Min(0.01), Max(1_000), KeepsTerms()]) rule(target, key);
};

const KeepsTerms = (): PropertyDecorator =>
  ValidateBy({
    name: 'keepsTerms',
    validator: {
      validate: (rate, args) => {
        const name = String(args?.property);
        const of = (settings: object = {}) => new Map<string, unknown>(Object.entries(settings));
        const [given, own] = [of(args?.object), of(new WorkerSettings())];
        const baseUrl = name.replace('RequestsPerSecond', 'BaseUrl');
        return hostOf(given.get(baseUrl)) !== hostOf(own.get(baseUrl)) || rate <= Number(own.get(name));
      },
      defaultMessage: () =>
        "must be no more than its default, which the source's terms allow, as long as the base URL is its own",
    },
  });

const hostOf = (url: unknown): string | undefined =>
  typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : undefined;

export class WorkerSettings extends MailSettings {
  override managementPort: number = 3201;

  @Setting({ describe: 'the PostgreSQL database, as the role job_scope_worker', secret: true })
  @IsPostgresUrl()
  databaseUrl!: string;

  @Setting({ describe: 'the Redis for queues and request budgets; without it they are in PostgreSQL', secret: true })
  @IsOptional()
  @IsRedisUrl()
  redisUrl?: string;

  @Setting({ describe: 'the Elasticsearch to index into; without it the index is in PostgreSQL', secret: true })
  @IsOptional()
  @IsWebUrl()
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
      'for how many days windows and events of runs that have ended are kept, and settled dead letters; the runs stay',
  })
  @IsInt()
  @Min(1)
  @Max(3_650)
  collectionHistoryDays: number = 90;

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

  @Setting({ describe: 'the HeadHunter API, or a server that speaks like it' })
  @IsWebUrl()
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
  @IsEncryptionKey()
  headhunterTokenKey?: string;

  @Setting({ describe: 'how we introduce ourselves to HeadHunter: "Name/1.0 (contact@example.com)"' })
  @Matches(/^[\w.-]+\/[\w.-]+ \([^\s()]+@[^\s()]+\)$/, { message: 'must look like Name/1.0 (contact@example.com)' })
  headhunterUserAgent!: string;

  @Setting({
    describe:
      'how many requests a second all workers together send to HeadHunter; not above the default at its own address',
  })
  @IsRequestRate()
  headhunterRequestsPerSecond: number = HEADHUNTER_TERMS.requestsPerSecond;

  @Setting({
    describe: 'whether to ask HeadHunter for each new or changed vacancy alone, too: lists have no descriptions',
  })
  @IsBoolean()
  headhunterFetchDetails: boolean = true;

  @Setting({ describe: 'the open data of Trudvsem, or a server that speaks like it' })
  @IsWebUrl()
  trudvsemBaseUrl: string = 'https://opendata.trudvsem.ru';

  @Setting({
    describe:
      'how many requests a second all workers together send to Trudvsem; not above the default at its own address',
  })
  @IsRequestRate()
  trudvsemRequestsPerSecond: number = TRUDVSEM_TERMS.requestsPerSecond;

  @Setting({ describe: 'the job boards of Greenhouse, or a server that speaks like them' })
  @IsWebUrl()
  greenhouseBaseUrl: string = 'https://boards-api.greenhouse.io';

  @Setting({ describe: 'the boards that a collection from Greenhouse reads which names none, by their tokens' })
  @ArrayUnique()
  @Matches(/^[\w.-]{1,64}$/, { each: true, message: 'each must be the token of a board, as it stands in its address' })
  greenhouseBoards: string[] = [];

  @Setting({
    describe:
      'how many requests a second all workers together send to Greenhouse; not above the default at its own address',
  })
  @IsRequestRate()
  greenhouseRequestsPerSecond: number = GREENHOUSE_TERMS.requestsPerSecond;
}
