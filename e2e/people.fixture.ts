import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AUTH_PATHS, type SessionTransport } from '@job-scope/auth-contracts';
import type { LocalStack } from './local-stack.fixture';
import { UserAgent, type Answer, type Exchange } from './user-agent.fixture';

/** Pages that mails lead to. */
export const CONFIRM = '/email/confirm';
export const RESET = '/password/reset';

/** The folder that mails are put into, read as their recipients do. */
export class Mailbox {
  private readonly opened = new Set<string>();

  constructor(private readonly folder: string) {}

  /** The token in the link of the next mail to that address that leads to the page; waits until it is there. */
  async token(email: string, page: string): Promise<string> {
    const link = new RegExp(`http://\\S+${page}\\?token=([\\w.-]+)`);
    for (;;) {
      const mail = this.files().find((file) => !this.opened.has(file) && this.isFor(email, link, file));
      if (mail) {
        this.opened.add(mail);
        return link.exec(this.read(mail))?.[1] ?? '';
      }
      await delay(50);
    }
  }

  /** The mails to that address that a reader can unsubscribe from. */
  newsTo(email: string): readonly string[] {
    return this.files()
      .filter((file) => this.isFor(email, /^List-Unsubscribe:/m, file))
      .map((file) => this.read(file));
  }

  private isFor(email: string, content: RegExp, file: string): boolean {
    const text = this.read(file);
    return text.includes(`To: ${email}`) && content.test(text);
  }

  private files(): string[] {
    return existsSync(this.folder) ? readdirSync(this.folder).filter((name) => name.endsWith('.eml')) : [];
  }

  private read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }
}

/** Somebody with an account, who has logged in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly agent: UserAgent;
}

export const newPassword = (): string => `pass ${randomUUID()}`;

/** Who can be met at a gateway of a stack. */
export class People {
  readonly mailbox: Mailbox;

  constructor(
    private readonly stack: LocalStack,
    private readonly url: string,
    private readonly overhear?: (exchange: Exchange) => void,
  ) {
    this.mailbox = new Mailbox(join(stack.dataDir, 'mail'));
  }

  /** Nobody yet. */
  stranger(): UserAgent {
    return new UserAgent(this.url, this.overhear);
  }

  async administrator(): Promise<UserAgent> {
    const agent = this.stranger();
    done(await agent.logIn('admin@example.com', this.stack.superuserPassword, 'header'));
    return agent;
  }

  /** Registers somebody, who confirms the address and logs in. */
  async newcomer(transport: SessionTransport = 'header'): Promise<Person> {
    const [email, password, agent] = [`${randomUUID()}@example.org`, newPassword(), this.stranger()];
    done(await agent.send('POST', AUTH_PATHS.register, { email, password }));
    const token = await this.mailbox.token(email, CONFIRM);
    done(await agent.send('POST', AUTH_PATHS.emailConfirm, { token, password }));
    done(await agent.logIn(email, password, transport));
    const { body } = done(await agent.me());
    return { id: String(body['id']), email, password, agent };
  }
}

/** The answer, if it is a good one. */
export function done(answer: Answer): Answer {
  if (answer.status < 300) return answer;
  throw new Error(`answered ${answer.status}: ${answer.text}`);
}
