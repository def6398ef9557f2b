import { StartupError } from '@job-scope/platform-nest';
import { FolderMailTransport, SmtpMailTransport, type MailTransport } from '@job-scope/platform-nest/mail';
import type { AuthSettings } from './settings';

/** A mail server or a folder: a service that can reach nobody must not start as if all was well. */
export const mailTransportOf = ({
  smtpUrl,
  mailFolder,
  mailFrom,
}: Pick<AuthSettings, 'smtpUrl' | 'mailFolder' | 'mailFrom'>): MailTransport => {
  if (smtpUrl && mailFolder) throw new StartupError('Both SMTP_URL and MAIL_FOLDER are set. Set only one of them.');
  if (smtpUrl) return new SmtpMailTransport(smtpUrl, mailFrom);
  if (mailFolder) return new FolderMailTransport(mailFolder, mailFrom);
  throw new StartupError('Mails have nowhere to go. Set SMTP_URL to a mail server, or MAIL_FOLDER to a folder.');
};
