import { ListParameters, QueryBoolean } from '@job-scope/platform-nest/openapi';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';

const NAME = { type: 'string', minLength: 1, maxLength: 100, example: 'Анна' } as const;

export class UserIdParameter {
  @ApiProperty({ format: 'uuid', description: 'The `id` of the user.' })
  @IsUUID('all', { message: 'must be a UUID' })
  readonly userId!: string;
}

export class ListUsersParameters extends ListParameters {
  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 100,
    description: 'Part of the address or of the name, in any case.',
    example: 'anna',
  })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly search?: string;

  @QueryBoolean('Only those who may log in, or only those who may not.', 'any')
  readonly active?: boolean;

  @QueryBoolean('Only superusers, or only others.', 'any')
  readonly superuser?: boolean;

  @QueryBoolean('Only those whose address is confirmed, or only others.', 'any')
  readonly verified?: boolean;
}

/** Null is refused where it means nothing: an absent field is left as it is. */
const IfPresent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

export class CreateUserBody {
  @ApiProperty({ format: 'email', minLength: 1, maxLength: 254 })
  @IsString()
  @Length(1, 254)
  readonly email!: string;

  @ApiPropertyOptional(NAME)
  @IfPresent()
  @IsString()
  @Length(1, 200)
  readonly displayName?: string;

  @ApiPropertyOptional({ default: false })
  @IfPresent()
  @IsBoolean()
  readonly superuser?: boolean;
}

export class ChangeUserBody {
  @ApiPropertyOptional({ description: 'Whether they may log in. Taking it ends their access at once.' })
  @IfPresent()
  @IsBoolean()
  readonly active?: boolean;

  @ApiPropertyOptional()
  @IfPresent()
  @IsBoolean()
  readonly superuser?: boolean;

  @ApiPropertyOptional({ ...NAME, nullable: true, description: 'Null takes it away.' })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsString()
  @Length(1, 200)
  readonly displayName?: string | null;
}

export class UserDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'email' })
  readonly email!: string;

  @ApiProperty({ ...NAME, nullable: true })
  readonly displayName!: string | null;

  @ApiProperty({ description: 'May log in.' })
  readonly active!: boolean;

  @ApiProperty()
  readonly superuser!: boolean;

  @ApiProperty({ description: 'The e-mail address is proved to be theirs.' })
  readonly verified!: boolean;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Goes up with every change; also the entity tag.' })
  readonly revision!: number;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: Date;

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt!: Date;
}

export class UserPage {
  @ApiProperty({ type: () => [UserDto], description: 'The newest first.' })
  readonly items!: readonly UserDto[];

  @ApiPropertyOptional({ description: 'Ask with it for the next page; absent on the last one.' })
  readonly nextCursor?: string;
}
