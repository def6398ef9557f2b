import { hash } from 'node:crypto';
import type { RateLimitKey } from './rate-limits';

/**
 * What a key is stored as: always of one length, and no address or e-mail to be read in the store or its backups. Whoever
 * can read the store could still try out guesses; rows live little longer than their windows.
 */
export const hashKey = (key: RateLimitKey): string => {
  const parts = [key].flat().map((part) => (typeof part === 'string' ? part : null));
  return hash('sha256', JSON.stringify(parts), 'base64url');
};

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What a client's address is counted under: an IPv4 address itself; of an IPv6 address the /64 network, since whoever has
 * one address of it has them all.
 */
export const clientNetwork = (ip: string | undefined): string => {
  // Of a connection that is broken already nothing is known any more.
  if (ip === undefined) return 'unknown';
  if (!ip.includes(':')) return ip;
  const ipv4 = MAPPED_IPV4.exec(ip)?.[1];
  if (ipv4) return ipv4;
  const [left = [], right = []] = ip.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
};
