import {
  AreProxies,
  IsPort,
  IsPostgresUrl,
  IsRateLimit,
  IsRedisUrl,
  IsWebUrl,
  ServiceSettings,
  Setting,
} from '@job-scope/platform-nest';
import { ArrayUnique, IsIn, IsIP, IsNotEmpty, IsOptional, Matches, MinLength } from 'class-validator';

export class GatewaySettings extends ServiceSettings {
  override managementPort: number = 3001;

  @Setting({ describe: 'the address to listen on' })
  @IsIP()
  host: string = '127.0.0.1';

  @Setting({ describe: 'the port to listen on' })
  @IsPort()
  port: number = 3000;

  @Setting({ describe: 'the PostgreSQL database, as the role job_scope_gateway', secret: true })
  @IsPostgresUrl()
  databaseUrl!: string;

  @Setting({ describe: 'the Redis that holds the sessions; without it they are in PostgreSQL', secret: true })
  @IsOptional()
  @IsRedisUrl()
  redisUrl?: string;

  @Setting({ describe: 'the Elasticsearch to search in; without it PostgreSQL is searched', secret: true })
  @IsOptional()
  @IsWebUrl()
  elasticsearchUrl?: string;

  @Setting({ describe: 'whether PostgreSQL is searched while Elasticsearch is away: on or off (then it is a 503)' })
  @IsIn(['on', 'off'])
  searchFallback: 'on' | 'off' = 'on';

  @Setting({ describe: 'the folder of the files that workers make, which they share with the gateways' })
  @IsNotEmpty()
  mediaDir: string = 'media';

  @Setting({
    describe:
      'a key of all gateways, to sign links to files with; without it, links hold for the gateway that gave them',
    secret: true,
  })
  @IsOptional()
  @MinLength(32)
  exportLinkSecret?: string;

  @Setting({ describe: 'where auth-service listens' })
  @IsWebUrl()
  authServiceUrl: string = 'http://127.0.0.1:3100';

  @Setting({ describe: 'the issuer that access tokens must name' })
  @IsNotEmpty()
  jwtIssuer: string = 'job-scope';

  @Setting({ describe: 'the audience that access tokens must name' })
  @IsNotEmpty()
  jwtAudience: string = 'job-scope-api';

  @Setting({ describe: 'how access tokens may come: cookie, header or both' })
  @IsIn(['cookie', 'header', 'both'])
  jwtTransport: 'cookie' | 'header' | 'both' = 'both';

  @Setting({ describe: 'a file with a key set (JWKS) to begin with, until auth-service has given a newer one' })
  @IsOptional()
  @IsNotEmpty()
  jwksFile?: string;

  @Setting({ describe: 'a file to keep the last good key set in, for a start without auth-service' })
  @IsOptional()
  @IsNotEmpty()
  jwksCacheFile?: string;

  @Setting({ describe: 'proxies whose X-Forwarded-For is believed: addresses, ranges, loopback, uniquelocal' })
  @AreProxies()
  trustedProxies: string[] = [];

  @Setting({ describe: 'origins of front ends on other sites, comma-separated, e.g. https://jobs.example.org' })
  @ArrayUnique()
  @Matches(/^https?:\/\/[^/\s]+$/, { each: true })
  allowedOrigins: string[] = [];

  @Setting({ describe: 'requests to the API per user, or per address of who is none: <requests>/<seconds>' })
  @IsRateLimit()
  rateLimitGlobal: string = '600/60';

  @Setting({ describe: 'all requests of one address, pages and refused ones too: <requests>/<seconds>' })
  @IsRateLimit()
  rateLimitAddress: string = '3000/60';
}
