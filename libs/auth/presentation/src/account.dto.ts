import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, ValidateIf } from 'class-validator';

/** An address as somebody types it; what is none is refused by name. */
const EmailField = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ format: 'email', description: 'In any case.', minLength: 1, maxLength: 254 }),
    IsString(),
    Length(1, 254),
  );

/** A password that exists. */
const PasswordField = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ format: 'password', description, minLength: 1, maxLength: 512 }),
    IsString(),
    Length(1, 512),
  );

/** A password that somebody wants to have. Its rules count code points, after NFKC; this only bounds what is looked at. */
const NewPasswordField = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      format: 'password',
      description: 'At least 12 characters of any kind, and none of those that everybody tries first.',
      minLength: 12,
      maxLength: 128,
      example: 'correct horse battery staple',
    }),
    IsString(),
    Length(1, 512),
  );

const LinkTokenField = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      description: 'From the link of the mail.',
      minLength: 1,
      maxLength: 2048,
      example: '0197a1c2-5b7e-7c3d-9a57-1c0a4f9e8b11.q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ',
    }),
    IsString(),
    Length(1, 2048),
  );

const NAME = { type: 'string', minLength: 1, maxLength: 100, example: 'Анна' } as const;

export class RegisterBody {
  @EmailField()
  readonly email!: string;

  @NewPasswordField()
  readonly password!: string;

  @ApiPropertyOptional(NAME)
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @Length(1, 200)
  readonly displayName?: string;
}

export class ChangeProfileBody {
  @ApiProperty({ ...NAME, type: 'string', nullable: true, description: 'Null takes it away.' })
  @ValidateIf((_, value) => value !== null)
  @IsString()
  @Length(1, 200)
  readonly displayName!: string | null;
}

export class ChangePasswordBody {
  @PasswordField('The one that is good now.')
  readonly currentPassword!: string;

  @NewPasswordField()
  readonly newPassword!: string;
}

export class ForgotPasswordBody {
  @EmailField()
  readonly email!: string;
}

export class ResetPasswordBody {
  @LinkTokenField()
  readonly token!: string;

  @NewPasswordField()
  readonly password!: string;
}

export class ChangeEmailBody {
  @EmailField()
  readonly email!: string;

  @PasswordField('Of the account.')
  readonly password!: string;
}

export class ConfirmEmailBody {
  @LinkTokenField()
  readonly token!: string;

  @PasswordField('Of the account, as it was chosen at registration.')
  readonly password!: string;
}

export class DeleteAccountBody {
  @PasswordField('Of the account: there is no way back.')
  readonly password!: string;
}

export class Profile {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'email' })
  readonly email!: string;

  @ApiProperty({ ...NAME, type: 'string', nullable: true })
  readonly displayName!: string | null;

  @ApiProperty()
  readonly superuser!: boolean;

  @ApiProperty({ description: 'The e-mail address is proved to be theirs.' })
  readonly verified!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: Date;
}
