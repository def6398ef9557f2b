import { allowsTransport, type SessionTransport, type TransportSettings } from '@job-scope/auth-contracts';
import type { GrantedTokens } from '@job-scope/auth-application';
import { portToken } from '@job-scope/kernel';
import { ProblemException } from '@job-scope/platform-nest';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieSession, TokenPair } from './auth.dto';
import { clearSessionCookies, refreshCookieOf, setSessionCookies } from './session-cookies';

export const TRANSPORT_SETTINGS = portToken<TransportSettings>('auth/TransportSettings');

export interface PresentedRefreshToken {
  readonly refreshToken: string;
  readonly transport: SessionTransport;
}

/** How tokens come in and go out: a session that began with one transport never gets its tokens by the other. */
export class TokenCourier {
  constructor(private readonly settings: TransportSettings) {}

  /** The transport of a new session. A wish that the settings do not allow is the client's fault. */
  choose(wish: SessionTransport | undefined): SessionTransport {
    const { transport } = this.settings;
    if (wish === undefined) return transport === 'header' ? 'header' : 'cookie';
    if (allowsTransport(transport, wish)) return wish;
    throw new ProblemException(400, 'validation-failed', {
      detail: 'The input does not have the form that is asked for.',
      errors: [{ pointer: '/transport', message: `must be ${transport}: the server is set to it` }],
    });
  }

  /** From the body, or else from the cookie; undefined if it came by neither, or by a way the settings do not allow. */
  receive(request: FastifyRequest, inBody: string | undefined): PresentedRefreshToken | undefined {
    const { secureCookies } = this.settings;
    const transport = inBody === undefined ? 'cookie' : 'header';
    const refreshToken = inBody ?? refreshCookieOf(request, secureCookies);
    return refreshToken !== undefined && allowsTransport(this.settings.transport, transport)
      ? { refreshToken, transport }
      : undefined;
  }

  /** What to answer with. Tokens that travel in cookies are never in a body. */
  hand(tokens: GrantedTokens, transport: SessionTransport, reply: FastifyReply): TokenPair | CookieSession {
    const { accessToken, refreshToken, accessExpiresIn: expiresIn } = tokens;
    if (transport === 'header') return { accessToken, refreshToken, expiresIn, tokenType: 'Bearer' };
    setSessionCookies(reply, tokens, this.settings.secureCookies);
    return { expiresIn };
  }

  /** Makes a browser forget its tokens. */
  takeBack(reply: FastifyReply): void {
    const { transport, secureCookies } = this.settings;
    if (allowsTransport(transport, 'cookie')) clearSessionCookies(reply, secureCookies);
  }
}
