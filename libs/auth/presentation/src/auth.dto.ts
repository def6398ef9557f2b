import type { SessionTransport } from '@job-scope/auth-contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

const TRANSPORTS = ['cookie', 'header'] as const satisfies readonly SessionTransport[];

export class LogInBody {
  @ApiProperty({ format: 'email', description: 'In any case.', minLength: 1, maxLength: 254 })
  @IsString()
  @Length(1, 254)
  readonly email!: string;

  @ApiProperty({ format: 'password', minLength: 1, maxLength: 512 })
  @IsString()
  @Length(1, 512)
  readonly password!: string;

  @ApiPropertyOptional({
    enum: TRANSPORTS,
    description:
      'How the tokens shall travel: in cookies that no script can read, or in bodies and the `Authorization` header. ' +
      'By default as the server is set; `cookie` if it allows both.',
  })
  @IsOptional()
  @IsIn(TRANSPORTS)
  readonly transport?: SessionTransport;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 100,
    description: 'What the device shall be called in the list of sessions; by default it is told from `User-Agent`.',
    example: 'Телефон Анны',
  })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly deviceName?: string;
}

export class RefreshBody {
  @ApiPropertyOptional({
    description: 'Only with the `header` transport; otherwise the cookie is used.',
    minLength: 1,
    maxLength: 2048,
  })
  @IsOptional()
  @IsString()
  @Length(1, 2048)
  readonly refreshToken?: string;
}

/** The tokens of a session, for the `header` transport. */
export class TokenPair {
  @ApiProperty({ description: 'A JWT for `Authorization: Bearer`.' })
  readonly accessToken!: string;

  @ApiProperty({ description: 'A JWT, good for one refresh.' })
  readonly refreshToken!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Seconds until the access token expires.', example: 900 })
  readonly expiresIn!: number;

  @ApiProperty({ enum: ['Bearer'] })
  readonly tokenType!: 'Bearer';
}

/** A session whose tokens are in cookies. */
export class CookieSession {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Seconds until the access token expires.', example: 900 })
  readonly expiresIn!: number;
}
