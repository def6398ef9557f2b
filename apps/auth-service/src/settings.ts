import {
  AreProxies,
  IsEncryptionKey,
  IsPort,
  IsPostgresUrl,
  IsRateLimit,
  IsRedisUrl,
  Setting,
} from '@job-scope/platform-nest';
import { MailSettings } from '@job-scope/platform-nest/mail';
import { IsIn, IsInt, IsIP, IsNotEmpty, IsOptional, Max, Min } from 'class-validator';

export class AuthSettings extends MailSettings {
  override managementPort: number = 3101;

  @Setting({ describe: 'the address to listen on' })
  @IsIP()
  host: string = '127.0.0.1';

  @Setting({ describe: 'the port to listen on' })
  @IsPort()
  port: number = 3100;

  @Setting({ describe: 'the PostgreSQL database, as the role job_scope_auth', secret: true })
  @IsPostgresUrl()
  databaseUrl!: string;

  @Setting({ describe: 'the Redis to keep sessions in; without it they are in PostgreSQL', secret: true })
  @IsOptional()
  @IsRedisUrl()
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
  @IsEncryptionKey()
  keyEncryptionKey!: string;

  @Setting({
    describe:
      'proxies whose X-Forwarded-For is believed, the gateway among them: addresses, ranges, loopback, uniquelocal',
  })
  @AreProxies()
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
}
