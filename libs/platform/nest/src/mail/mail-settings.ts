import { IsEmail, IsNotEmpty, IsOptional } from 'class-validator';
import { ServiceSettings } from '../settings/service-settings';
import { Setting } from '../settings/setting.decorator';
import { IsSmtpUrl, IsWebUrl } from '../settings/setting-rules';

/** What every service that sends mails can be told. */
export abstract class MailSettings extends ServiceSettings {
  @Setting({
    describe: 'the mail server, as smtp://user:password@host:port or smtps://…; or else MAIL_FOLDER',
    secret: true,
  })
  @IsOptional()
  @IsSmtpUrl()
  smtpUrl?: string;

  @Setting({ describe: 'a folder to put mails into in place of sending them; or else SMTP_URL' })
  @IsOptional()
  @IsNotEmpty()
  mailFolder?: string;

  @Setting({ describe: 'the sender of mails' })
  @IsEmail({ allow_display_name: true, require_tld: false })
  mailFrom: string = 'Job Scope <no-reply@localhost>';

  @Setting({ describe: 'where users reach the gateway: the links in mails lead there' })
  @IsWebUrl({ allow_query_components: false, allow_fragments: false })
  publicUrl: string = 'http://127.0.0.1:3000';
}
