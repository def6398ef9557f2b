import fc from 'fast-check';
import { clientNetwork, hashKey } from './rate-limit-key';
import type { RateLimitKey } from './rate-limits';

describe('the key under which a limit counts', () => {
  it('is of one length and one alphabet, however long and of what characters its parts are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 5000 })), (parts) => {
        expect(hashKey(parts)).toMatch(/^[\w-]{43}$/);
      }),
    );
  });

  it('is another for other parts, also where they read the same in a row', () => {
    const keys: RateLimitKey[] = [['a', 'b'], ['ab'], ['ab', ''], ['a b'], ['', 'ab'], 'a', undefined, '', 'null', []];
    expect(new Set(keys.map(hashKey)).size).toBe(keys.length);
    expect(hashKey('a')).toBe(hashKey(['a']));
  });

  it('is one for all that is missing or no text', () => {
    const found: unknown[] = [undefined, null, 7, {}, { length: 3 }, true];
    expect(new Set(found.map((value) => hashKey([value as string]))).size).toBe(1);
  });
});

describe('the network of a client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:0DB8:0000:0001::1', '2001:db8:0:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:1::2:3:4:5', '2001:db8:1:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ])('of %s is %s', (ip, network) => expect(clientNetwork(ip)).toBe(network));

  it('A-10: is one for all addresses that one IPv6 customer has', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    fc.assert(
      fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), (host) => {
        const addresses = [`2001:db8:7:9:${host.join(':')}`, `2001:db8:7:9::${host[3]}`, `2001:DB8:0007:9::`];
        expect(new Set(addresses.map(clientNetwork))).toEqual(new Set(['2001:db8:7:9::/64']));
      }),
    );
  });

  it('is not known of a connection that is broken', () => expect(clientNetwork(undefined)).toBe('unknown'));
});
