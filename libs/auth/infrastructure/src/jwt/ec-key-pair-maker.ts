import type { NewKeyPair } from '@job-scope/auth-domain';
import type { KeyPairMaker } from '@job-scope/auth-ports';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeySealer } from './key-sealer';

/** ES256 key pairs, named by their RFC 7638 thumbprint. */
export class EcKeyPairMaker implements KeyPairMaker {
  constructor(private readonly sealer: KeySealer) {}

  async make(): Promise<NewKeyPair> {
    const { publicKey, privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
    const jwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    const { x = '', y = '' } = jwk;
    return {
      kid,
      publicJwk: { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' },
      sealedPrivateKey: this.sealer.seal(privateKey.export({ type: 'pkcs8', format: 'der' }), kid),
    };
  }
}
