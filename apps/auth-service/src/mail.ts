import { StartupError } from '@job-scope/platform-nest';
import { configuredMailTransport, type MailTransport, type MailTransportSettings } from '@job-scope/platform-nest/mail';

/** A mail server or a folder: a service that can reach nobody must not start as if all was well. */
export const mailTransportOf = (settings: MailTransportSettings): MailTransport => {
  const transport = configuredMailTransport(settings);
  if (transport) return transport;
  throw new StartupError('Mails have nowhere to go. Set SMTP_URL to a mail server, or MAIL_FOLDER to a folder.');
};
