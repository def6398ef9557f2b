import type { VerificationJwk } from '@job-scope/auth-contracts';
import { ApiProperty } from '@nestjs/swagger';

/** RFC 7517. */
export class Jwk implements VerificationJwk {
  @ApiProperty({ enum: ['EC'] })
  readonly kty!: 'EC';

  @ApiProperty({ enum: ['P-256'] })
  readonly crv!: 'P-256';

  @ApiProperty()
  readonly x!: string;

  @ApiProperty()
  readonly y!: string;

  @ApiProperty({ description: 'RFC 7638 thumbprint.' })
  readonly kid!: string;

  @ApiProperty({ enum: ['ES256'] })
  readonly alg!: 'ES256';

  @ApiProperty({ enum: ['sig'] })
  readonly use!: 'sig';
}

export class JwkSet {
  @ApiProperty({ type: () => [Jwk] })
  readonly keys!: readonly Jwk[];
}
