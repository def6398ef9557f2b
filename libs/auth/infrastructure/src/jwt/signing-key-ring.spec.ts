import { randomBytes } from 'node:crypto';
import { EcKeyPairMaker } from './ec-key-pair-maker';
import { tokenWorld } from './jwt.fixture';
import { KeySealer } from './key-sealer';

const MINUTE = 60_000;
const secret = () => randomBytes(32).toString('base64');

describe('KeySealer', () => {
  const sealer = new KeySealer(secret());

  it('B-13: stores nothing of the private key in the clear, and opens it again', () => {
    const sealed = sealer.seal(Buffer.from('private'), 'key-1');
    expect(Buffer.from(sealed).includes('private')).toBe(false);
    expect(sealer.open(sealed, 'key-1').toString()).toBe('private');
  });

  it('refuses another secret, another id and any change, and names the variable at fault', () => {
    const sealed = sealer.seal(Buffer.from('private'), 'key-1');
    expect(() => new KeySealer(secret()).open(sealed, 'key-1')).toThrow('KEY_ENCRYPTION_KEY');
    expect(() => sealer.open(sealed, 'key-2')).toThrow('key-2');
    const changed = sealed.map((byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte));
    expect(() => sealer.open(changed, 'key-1')).toThrow('cannot be decrypted');
  });

  it('refuses a secret of another length', () => {
    expect(() => new KeySealer('c2hvcnQ=')).toThrow('KEY_ENCRYPTION_KEY must be 32 bytes in base64');
  });
});

describe('SigningKeyRing', () => {
  it('names keys by their RFC 7638 thumbprint', async () => {
    const { kid, publicJwk } = await new EcKeyPairMaker(new KeySealer(secret())).make();
    expect(kid).toMatch(/^[\w-]{43}$/);
    expect(publicJwk).toMatchObject({ kid, kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
    expect(Object.keys(publicJwk)).not.toContain('d');
  });

  it('reads the stored ring once for many, and again after 10 s', async () => {
    const { ring, readRing, clock } = await tokenWorld();
    await Promise.all(Array.from({ length: 20 }, () => ring.signer()));
    expect(readRing).toHaveBeenCalledTimes(1);
    clock.advance(10_000);
    await ring.signer();
    expect(readRing).toHaveBeenCalledTimes(2);
  });

  it('B-13: reads it sooner where keys sign sooner, so that no key signs unseen by other instances', async () => {
    const { ring, readRing, clock } = await tokenWorld({ publishedMaxAgeMs: 2_000 });
    await ring.signer();
    clock.advance(499);
    await ring.signer();
    expect(readRing).toHaveBeenCalledTimes(1);
    clock.advance(1);
    await ring.signer();
    expect(readRing).toHaveBeenCalledTimes(2);
  });

  it('B-13: signs with a new key when its time has come, and lets the old one go from access tokens first', async () => {
    const { ring, clock, rotate, issuer, reader, session } = await tokenWorld();
    const { refreshToken } = await issuer.issue(session);
    const old = (await ring.signer()).kid;
    const added = await rotate();
    clock.advance(9 * MINUTE);
    expect((await ring.signer()).kid).toBe(old);
    expect(await ring.find(added)).toBeDefined();
    clock.advance(MINUTE);
    expect((await ring.signer()).kid).toBe(added);
    clock.advance(16 * MINUTE);
    expect(await ring.find(old)).toBeUndefined();
    expect(ring.has(old)).toBe(false);
    expect(await reader.read(refreshToken)).toBeDefined();
  });
});
