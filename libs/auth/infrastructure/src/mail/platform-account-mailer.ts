import { mailLinkOf, type MailLinkPurpose } from '@job-scope/auth-domain';
import type { AccountMail, AccountMailer } from '@job-scope/auth-ports';
import type { Logger } from '@job-scope/platform-nest';
import { MailRefusedError, type MailTransport } from '@job-scope/platform-nest/mail';
import { writeMail, type WrittenLink } from './write-mail';

/** Pages of the gateway. */
const PATHS: Readonly<Record<MailLinkPurpose, string>> = {
  'confirm-email': '/email/confirm',
  'reset-password': '/password/reset',
};

/** Writes the mails of accounts, and hands them to the transport of mail. */
export class PlatformAccountMailer implements AccountMailer {
  constructor(
    private readonly transport: MailTransport,
    /** Where users reach the gateway. */
    private readonly publicUrl: string,
    private readonly logger: Logger,
  ) {}

  async send(mail: AccountMail): ReturnType<AccountMailer['send']> {
    const { id, to, kind } = mail;
    try {
      await this.transport.send({ id, to, ...writeMail(mail, this.linkOf(mail)) });
      return 'sent';
    } catch (error) {
      if (!(error instanceof MailRefusedError)) throw error;
      const fields = { 'event.action': 'mail-refused', 'message.id': id, error };
      this.logger.warn(`a mail (${kind}) was refused, and will not be tried again`, fields);
      return 'refused';
    }
  }

  private linkOf({ kind, link }: AccountMail): WrittenLink | undefined {
    const purpose = mailLinkOf(kind)?.purpose;
    if (!purpose || !link) return undefined;
    const url = new URL(`${this.publicUrl.replace(/\/+$/, '')}${PATHS[purpose]}`);
    url.searchParams.set('token', link.token);
    return { url: url.href, hours: link.hours };
  }
}
