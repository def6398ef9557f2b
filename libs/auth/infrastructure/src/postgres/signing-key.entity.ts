import type { PublicJwk } from '@job-scope/auth-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'auth', name: 'signing_keys' })
export class SigningKeyRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_keys_pkey' })
  kid!: string;

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk!: PublicJwk;

  @Column('bytea', { name: 'sealed_private_key' })
  sealedPrivateKey!: Buffer;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  @Column('timestamptz', { name: 'sign_from' })
  signFrom!: Date;

  @Column('timestamptz', { name: 'retire_at', nullable: true })
  retireAt!: Date | null;
}
