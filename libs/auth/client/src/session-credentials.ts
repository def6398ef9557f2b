import { allowsTransport, sessionCookieNames, type TransportSettings } from '@job-scope/auth-contracts';
import { fastifyCookie } from '@fastify/cookie';
import type { IncomingHttpHeaders } from 'node:http';

/** The access tokens of a request, in the order they are tried: the cookie's, then the header's. */
export const accessTokensOf = (headers: IncomingHttpHeaders, settings: TransportSettings): readonly string[] => {
  const { transport, secureCookies } = settings;
  const cookie = allowsTransport(transport, 'cookie') ? cookieOf(headers, secureCookies) : undefined;
  const bearer = allowsTransport(transport, 'header') ? bearerOf(headers) : undefined;
  return [cookie, bearer].filter((token) => token !== undefined);
};

const cookieOf = ({ cookie }: IncomingHttpHeaders, secure: boolean): string | undefined =>
  (cookie && fastifyCookie.parse(cookie)[sessionCookieNames(secure).access]) || undefined;

/** RFC 6750 §2.1; the scheme's case does not matter (RFC 9110 §11.1), but no other scheme will do. */
const bearerOf = ({ authorization }: IncomingHttpHeaders): string | undefined =>
  /^bearer +([^\s]+)$/i.exec(authorization ?? '')?.[1];
