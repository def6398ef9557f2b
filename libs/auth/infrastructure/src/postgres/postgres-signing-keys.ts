import type { SigningKey } from '@job-scope/auth-domain';
import type { SigningKeyReader, SigningKeyRepository } from '@job-scope/auth-ports';
import { In, Not, type DataSource, type EntityManager } from 'typeorm';
import { SigningKeyRow } from './signing-key.entity';

export class PostgresSigningKeyReader implements SigningKeyReader {
  constructor(private readonly dataSource: DataSource) {}

  readRing(): Promise<readonly SigningKey[]> {
    return readRing(this.dataSource.manager);
  }
}

export class PostgresSigningKeyRepository implements SigningKeyRepository {
  constructor(private readonly manager: EntityManager) {}

  async lockRing(): Promise<readonly SigningKey[]> {
    // Rows that do not exist yet cannot be locked, so the table is; readers are not kept waiting.
    await this.manager.query('LOCK TABLE auth.signing_keys IN SHARE ROW EXCLUSIVE MODE');
    return readRing(this.manager);
  }

  async saveRing(ring: readonly SigningKey[]): Promise<void> {
    await this.manager.delete(SigningKeyRow, { kid: Not(In(ring.map(({ kid }) => kid))) });
    const rows = ring.map((key) => ({ ...key, sealedPrivateKey: Buffer.from(key.sealedPrivateKey) }));
    await this.manager.upsert(SigningKeyRow, rows, ['kid']);
  }
}

const readRing = async (manager: EntityManager): Promise<readonly SigningKey[]> => {
  const rows = await manager.find(SigningKeyRow, { order: { signFrom: 'ASC', kid: 'ASC' } });
  return rows.map((row) => ({ ...row, sealedPrivateKey: new Uint8Array(row.sealedPrivateKey) }));
};
