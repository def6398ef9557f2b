export const TOKEN_TRANSPORTS = ['cookie', 'header', 'both'] as const;

/** `JWT_TRANSPORT`: how tokens travel. With `both` each login chooses one of the two. */
export type TokenTransport = (typeof TOKEN_TRANSPORTS)[number];

/** How the tokens of one session travel. */
export type SessionTransport = Exclude<TokenTransport, 'both'>;

export interface TransportSettings {
  readonly transport: TokenTransport;
  /** Whether cookies travel over https only, as they must outside development. */
  readonly secureCookies: boolean;
}

export const allowsTransport = (setting: TokenTransport, transport: SessionTransport): boolean =>
  setting === 'both' || setting === transport;

export interface SessionCookieNames {
  readonly access: string;
  readonly refresh: string;
}

/**
 * The `__Host-` prefix makes browsers insist on `Secure`, `Path=/` and no `Domain` (RFC 6265bis §4.1.3.2). It needs
 * https, so in development over plain http the names have none.
 */
export const sessionCookieNames = (secure: boolean): SessionCookieNames => {
  const prefix = secure ? '__Host-' : '';
  return { access: `${prefix}access`, refresh: `${prefix}refresh` };
};
