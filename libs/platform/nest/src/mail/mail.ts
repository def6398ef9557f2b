import type { ReadinessProbe } from '../runtime/readiness';

/** One mail to one person, written by nobody: it says so, and asks for no answer. */
export interface Mail {
  /** The same for each repetition of one and the same mail: its Message-ID is made of it. Letters, digits, `-` and `_`. */
  readonly id: string;
  /** The bare address. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** For mails that come again and again: where a POST with any body ends that, without a login (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

export interface MailTransport {
  /** Not required: without mail a service does everything else, and what is to be sent waits. */
  readonly probe: ReadinessProbe;
  /** Throws `MailRefusedError` if it is no use to try again, and anything else if it may be. */
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}

/** This mail will never arrive: there is no such mailbox, or it is not a mail that one takes. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
}
