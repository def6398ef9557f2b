import type { Clock } from '@job-scope/kernel';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemClock } from '../ports/system-clock';
import type { ReadinessProbe } from '../runtime/readiness';
import { composeMail } from './compose-mail';
import type { Mail, MailTransport } from './mail';

/** RFC 5322 §2.1.1, in bytes. */
const MAX_LINE = 998;

/** Puts each mail into a folder, as a file that a mail program opens and that people can read without one. */
export class FolderMailTransport implements MailTransport {
  readonly probe: ReadinessProbe = { name: 'mail', required: false, check: () => this.makeFolder() };

  constructor(
    private readonly folder: string,
    private readonly from: string,
    private readonly clock: Clock = new SystemClock(),
  ) {}

  async send(mail: Mail): Promise<void> {
    const message = await legible(
      new MailComposer({ ...composeMail(mail, this.from), newline: 'win' }).compile(),
    ).build();
    await this.makeFolder();
    const name = join(this.folder, `${this.clock.now().toISOString().replaceAll(':', '-')}-${mail.id}`);
    await writeWhole(name, message);
  }

  async close(): Promise<void> {}

  private async makeFolder(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }
}

/** Whoever watches the folder sees whole mails alone. */
const writeWhole = async (name: string, message: Buffer): Promise<void> => {
  const draft = `${name}.draft`;
  try {
    await writeFile(draft, message, { mode: 0o600, flush: true });
    await rename(draft, `${name}.eml`);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

/** Writes texts as they are: encoded for old mail servers, Russian is unreadable and links are broken up. */
const legible = (node: MimeNode): MimeNode => {
  node.childNodes.forEach(legible);
  if (typeof node.content === 'string' && fits(node.content)) node.getTransferEncoding = () => '8bit';
  return node;
};

const fits = (text: string): boolean =>
  !text.includes('\0') && text.split(/\r\n|\r|\n/).every((line) => Buffer.byteLength(line) <= MAX_LINE);
