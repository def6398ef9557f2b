import type { Logger } from '@job-scope/platform-nest';
import { MailRefusedError, type MailTransport } from '@job-scope/platform-nest/mail';
import type { NotificationMail, NotificationMailer } from '@job-scope/vacancies-ports';
import { writeNotification } from './write-notification';

/** Writes what is new to saved searches, and hands it to the transport of mail. */
export class PlatformNotificationMailer implements NotificationMailer {
  private readonly site: string;

  constructor(
    private readonly transport: MailTransport,
    /** Where users reach the gateway. */
    publicUrl: string,
    private readonly logger: Logger,
  ) {
    this.site = publicUrl.replace(/\/+$/, '');
  }

  async send(mail: NotificationMail): ReturnType<NotificationMailer['send']> {
    const { id, deliverTo: to, search } = mail;
    const unsubscribeUrl = `${this.site}/unsubscribe/${search.secret}`;
    const links = { unsubscribe: unsubscribeUrl, more: this.linkToMore(mail) };
    try {
      await this.transport.send({ id, to, unsubscribeUrl, ...writeNotification(mail, links) });
      return 'sent';
    } catch (error) {
      if (!(error instanceof MailRefusedError)) throw error;
      const fields = { 'event.action': 'mail-refused', 'message.id': id, error };
      this.logger.warn('a mail about new vacancies was refused, and will not be tried again', fields);
      return 'refused';
    }
  }

  /** The same search, the newest first. */
  private linkToMore({ search }: NotificationMail): string {
    const url = new URL(`${this.site}/api/v1/vacancies/search`);
    for (const [name, value] of Object.entries(search.terms)) {
      for (const each of [value].flat()) url.searchParams.append(name, String(each));
    }
    url.searchParams.set('sort', 'id');
    return url.href;
  }
}
