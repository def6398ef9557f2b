import type { Clock } from '@job-scope/kernel';
import { createTransport } from 'nodemailer';
import { SystemClock } from '../ports/system-clock';
import type { ReadinessProbe } from '../runtime/readiness';
import { composeMail } from './compose-mail';
import { MailRefusedError, type Mail, type MailTransport } from './mail';
import { smtpOptionsOf } from './smtp-options';

/** Probes come often, and each question is a log-in at a server that may be somebody else's. */
const ASK_EVERY_MS = 60_000;

/** The final answers (RFC 5321 §4.2.1), save "not now" (503), "log in" (530) and "we do not trust you" (x.7.x, RFC 3463). */
const FINAL = /^5(?!03|30)\d\d[ -](?!5\.7\.)/;

/** Sends through a mail server, over connections that are kept for a while. */
export class SmtpMailTransport implements MailTransport {
  readonly probe: ReadinessProbe = { name: 'mail', required: false, check: () => this.ask() };
  private readonly pool;
  private asked?: { readonly at: number; readonly answer: Promise<unknown> };

  constructor(
    url: string,
    private readonly from: string,
    private readonly clock: Clock = new SystemClock(),
  ) {
    this.pool = createTransport(smtpOptionsOf(url));
  }

  async send(mail: Mail): Promise<void> {
    const message = composeMail(mail, this.from);
    try {
      await this.pool.sendMail(message);
    } catch (error) {
      const said = withoutAddresses(error instanceof Error ? error.message : String(error));
      throw isFinal(error) ? new MailRefusedError(said) : Object.assign(new Error(said), { code: codeOf(error) });
    }
  }

  async close(): Promise<void> {
    this.pool.close();
  }

  private async ask(): Promise<void> {
    const now = this.clock.now().getTime();
    if (!this.asked || now - this.asked.at >= ASK_EVERY_MS) this.asked = { at: now, answer: this.pool.verify() };
    await this.asked.answer;
  }
}

/** Said of this recipient or this mail, not of the connection, of us or of the sender: those a person can put right. */
const isFinal = (error: unknown): boolean => {
  const { command, response } = error as { readonly command?: unknown; readonly response?: unknown };
  return (command === 'RCPT TO' || command === 'DATA') && FINAL.test(String(response));
};

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown }).code;

/** Servers quote the recipient, and errors are logged: who has an account is nobody's business there. */
const withoutAddresses = (text: string): string => text.replaceAll(/[^\s<>"'():;,]+@[^\s<>"'():;,]+/g, '…');
