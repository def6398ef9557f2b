import type { SMTPPoolOptions } from 'nodemailer';
import { isIPv4 } from 'node:net';
import { StartupError } from '../runtime/startup-error';

const TIMEOUT_MS = 10_000;
/** Mail is rare: a connection is given back before the server, or the timeout, ends it. */
const IDLE_MS = 5_000;

/** From `smtp://user:password@host:port` (STARTTLS) or `smtps://…` (TLS from the start). */
export const smtpOptionsOf = (url: string): SMTPPoolOptions & { readonly pool: true } => {
  const { protocol, hostname, port, username, password } = parse(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  const isSecure = protocol === 'smtps:';
  // On this machine nobody is in between, and a relay there has no certificate that anyone has signed.
  const isHere = isLoopback(host);
  return {
    pool: true,
    host,
    ...(port !== '' && { port: Number(port) }),
    secure: isSecure,
    requireTLS: !isSecure && !isHere,
    tls: { rejectUnauthorized: !isHere },
    // A server that does not ask for the password is not the one that it is for.
    ...(username !== '' && { auth: { user: decode(username), pass: decode(password) }, forceAuth: true }),
    connectionTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    idleTimeout: IDLE_MS,
  };
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

const parse = (text: string): URL => {
  const url = URL.parse(text);
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new StartupError('The mail server must be given as smtp://user:password@host:port, or smtps://…');
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new StartupError('The user and password of the mail server must be percent-encoded: a % as %25.');
  }
};
