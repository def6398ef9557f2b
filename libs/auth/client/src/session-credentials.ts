import { allowsTransport, sessionCookieNames, type TransportSettings } from '@job-scope/auth-contracts';
import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';

/** The access tokens of a request, in the order they are tried: the cookie's, then the header's. */
export const accessTokensOf = (request: FastifyRequest, settings: TransportSettings): readonly string[] => {
  const { transport, secureCookies } = settings;
  const cookie = allowsTransport(transport, 'cookie') ? cookieOf(request, secureCookies) : undefined;
  const bearer = allowsTransport(transport, 'header') ? bearerOf(request) : undefined;
  return [cookie, bearer].filter((token) => token !== undefined);
};

const cookieOf = ({ cookies }: FastifyRequest, secure: boolean): string | undefined =>
  cookies[sessionCookieNames(secure).access] || undefined;

/** RFC 6750 §2.1; the scheme's case does not matter (RFC 9110 §11.1), but no other scheme will do. */
const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer +([^\s]+)$/i.exec(headers.authorization ?? '')?.[1];
