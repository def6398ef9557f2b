import { StartupError } from '../runtime/startup-error';
import { FolderMailTransport } from './folder-mail-transport';
import type { MailTransport } from './mail';
import type { MailSettings } from './mail-settings';
import { SmtpMailTransport } from './smtp-mail-transport';

export type MailTransportSettings = Pick<MailSettings, 'smtpUrl' | 'mailFolder' | 'mailFrom'>;

/** A mail server or a folder, never both; undefined if mails have nowhere to go. */
export const configuredMailTransport = (settings: MailTransportSettings): MailTransport | undefined => {
  const { smtpUrl, mailFolder, mailFrom } = settings;
  if (smtpUrl && mailFolder) throw new StartupError('Both SMTP_URL and MAIL_FOLDER are set. Set only one of them.');
  if (smtpUrl) return new SmtpMailTransport(smtpUrl, mailFrom);
  return mailFolder ? new FolderMailTransport(mailFolder, mailFrom) : undefined;
};
