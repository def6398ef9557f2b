import { IsInt, IsUrl, Matches, Max, Min } from 'class-validator';

type UrlOptions = Parameters<typeof IsUrl>[0];

const urlOf =
  (...protocols: string[]) =>
  (more?: UrlOptions): PropertyDecorator =>
    IsUrl({ protocols, require_protocol: true, require_tld: false, ...more });

export const IsPostgresUrl = urlOf('postgres', 'postgresql');
export const IsRedisUrl = urlOf('redis', 'rediss');
export const IsSmtpUrl = urlOf('smtp', 'smtps');
export const IsWebUrl = urlOf('http', 'https');

/** 0 has the system choose one. */
export const IsPort = (): PropertyDecorator => (target, key) => {
  for (const rule of [IsInt(), Min(0), Max(65535)]) rule(target, key);
};

/** Addresses, ranges, `loopback`, `linklocal` or `uniquelocal`. */
export const AreProxies = (): PropertyDecorator =>
  Matches(/^(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?)$/i, { each: true });

/** What something is encrypted under when it is stored. */
export const IsEncryptionKey = (): PropertyDecorator =>
  Matches(/^[A-Za-z0-9+/]{43}=$/, { message: 'it must be 32 bytes in base64, as by: openssl rand -base64 32' });
