import { MailRefusedError, type Mail, type MailTransport } from '@job-scope/platform-nest/mail';

/** Keeps what it is given to send; knows no mailbox in `nowhere.example`. */
export class FakeMailTransport implements MailTransport {
  readonly probe = { name: 'mail', required: false, check: async () => {} };
  readonly sent: Mail[] = [];
  down = false;

  async send(mail: Mail): Promise<void> {
    if (this.down) throw new Error('no mail server');
    if (mail.to.endsWith('@nowhere.example')) throw new MailRefusedError('550 no such mailbox');
    this.sent.push(mail);
  }

  async close(): Promise<void> {}
}
