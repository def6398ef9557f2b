import { IsRateLimit, ServiceSettings, Setting } from '@job-scope/platform-nest';
import { IsEmail, IsIn, IsInt, IsIP, IsNotEmpty, IsOptional, IsUrl, Matches, Max, Min } from 'class-validator';

const POSTGRES = { protocols: ['postgres', 'postgresql'], require_protocol: true, require_tld: false };
const REDIS = { protocols: ['redis', 'rediss'], require_protocol: true, require_tld: false };
const SMTP = { protocols: ['smtp', 'smtps'], require_protocol: true, require_tld: false };
const SITE = {
  ...{ protocols: ['http', 'https'], require_protocol: true, require_tld: false },
  ...{ allow_query_components: false, allow_fragments: false },
};
const PROXY = /^(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?)$/i;

export class AuthSettings extends ServiceSettings {
  override managementPort: number = 3101;

  @Setting({ describe: 'the address to listen on' })
  @IsIP()
  host: string = '127.0.0.1';

  @Setting({ describe: 'the port to listen on' })
  @IsInt()
  @Min(0)
  @Max(65535)
  port: number = 3100;

  @Setting({ describe: 'the PostgreSQL database, as the role job_scope_auth', secret: true })
  @IsUrl(POSTGRES)
  databaseUrl!: string;

  @Setting({ describe: 'the Redis to keep sessions in; without it they are in PostgreSQL', secret: true })
  @IsOptional()
  @IsUrl(REDIS)
  redisUrl?: string;

  @Setting({ describe: 'the issuer that tokens name' })
  @IsNotEmpty()
  jwtIssuer: string = 'job-scope';

  @Setting({ describe: 'the audience that access tokens name' })
  @IsNotEmpty()
  jwtAudience: string = 'job-scope-api';

  @Setting({ describe: 'how tokens may travel: cookie, header or both' })
  @IsIn(['cookie', 'header', 'both'])
  jwtTransport: 'cookie' | 'header' | 'both' = 'both';

  @Setting({ describe: 'the secret that signing keys are stored under: 32 random bytes in base64', secret: true })
  @Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'it must be 32 bytes in base64, as by: openssl rand -base64 32' })
  keyEncryptionKey!: string;

  @Setting({
    describe:
      'proxies whose X-Forwarded-For is believed, the gateway among them: addresses, ranges, loopback, uniquelocal',
  })
  @Matches(PROXY, { each: true })
  trustedProxies: string[] = ['loopback'];

  @Setting({ describe: 'how long an access token is good, in seconds' })
  @IsInt()
  @Min(60)
  @Max(3600)
  accessTokenTtlSeconds: number = 900;

  @Setting({ describe: 'after how many days without a refresh a session ends' })
  @IsInt()
  @Min(1)
  @Max(365)
  refreshIdleDays: number = 30;

  @Setting({ describe: 'after how many days a session ends in any case' })
  @IsInt()
  @Min(1)
  @Max(365)
  refreshAbsoluteDays: number = 90;

  @Setting({ describe: 'how long verifiers may keep the published keys, in seconds; a new key signs after twice that' })
  @IsInt()
  @Min(1)
  @Max(3600)
  jwksMaxAgeSeconds: number = 300;

  @Setting({ describe: 'log-ins, and other tries of a password, by account and address: requests/seconds' })
  @IsRateLimit()
  rateLimitLogin: string = '10/900';

  @Setting({ describe: 'the same by address alone' })
  @IsRateLimit()
  rateLimitLoginAddress: string = '100/900';

  @Setting({ describe: 'the same by account alone' })
  @IsRateLimit()
  rateLimitLoginAccount: string = '100/3600';

  @Setting({ describe: 'wishes that send a mail, by address and by recipient' })
  @IsRateLimit()
  rateLimitMail: string = '5/3600';

  @Setting({
    describe: 'the mail server, as smtp://user:password@host:port or smtps://…; or else MAIL_FOLDER',
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
}
