import { Sha256ContentHasher } from './sha256-content-hasher';

describe('Sha256ContentHasher', () => {
  const hasher = new Sha256ContentHasher();

  it('gives the digest of FIPS 180-2, appendix B.1', () => {
    expect(Buffer.from(hasher.hash('abc'), 'base64url').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('reads texts as UTF-8', () => {
    expect(hasher.hash('Москва')).not.toBe(hasher.hash('Москвa'));
  });
});
