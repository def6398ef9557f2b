import {
  newSuperuser,
  type MailLinkPurpose,
  type NewKeyPair,
  type Session,
  type User,
  type UserChanged,
  type UserDeleted,
} from '@job-scope/auth-domain';
import type {
  AccountMail,
  AccountMailer,
  CommonPasswords,
  KeyPairMaker,
  MailLinkClaims,
  MailLinkTokens,
  PasswordHasher,
  RefreshTokenReader,
  SessionTokenIssuer,
  SessionTokens,
  UserEventPublisher,
} from '@job-scope/auth-ports';
import type { Clock, IdGenerator } from '@job-scope/kernel';

/** Time stands still until it is moved. */
export class ManualClock implements Clock {
  constructor(private moment: Date) {}

  now(): Date {
    return new Date(this.moment);
  }

  advance(ms: number): void {
    this.moment = new Date(this.moment.getTime() + ms);
  }
}

/** UUIDs of version 7 in form, and countable. */
export const sequentialIds = (): IdGenerator => {
  let count = 0;
  return { next: () => `00000000-0000-7000-8000-${String(++count).padStart(12, '0')}` };
};

/** An active, ordinary user, save for what is given. */
export const aUser = (given: Partial<User> & Pick<User, 'id' | 'email'>): User => ({
  ...newSuperuser({ passwordHash: 'hashed:none', ...given }, new Date('2026-01-01T00:00:00Z')),
  superuser: false,
  ...given,
});

/** Reversible, and quick; remembers what it was asked to compare. */
export class FakePasswordHasher implements PasswordHasher {
  readonly compared: (string | undefined)[] = [];

  async hash(password: string): Promise<string> {
    return `hashed:${password}`;
  }

  async verify(password: string, hash: string | undefined): Promise<boolean> {
    this.compared.push(hash);
    return hash === `hashed:${password}` || hash === `old:${password}`;
  }

  isOutdated(hash: string): boolean {
    return hash.startsWith('old:');
  }
}

/** Knows one common password. */
export const fakeCommonPasswords: CommonPasswords = { has: (password) => password === 'password password' };

/** Keeps the mails that were sent; addresses of `nowhere.example` are refused, and while it is down nothing goes out. */
export class FakeAccountMailer implements AccountMailer {
  readonly sent: AccountMail[] = [];
  down = false;

  async send(mail: AccountMail): ReturnType<AccountMailer['send']> {
    if (this.down) throw new Error('no mail server');
    if (mail.to.endsWith('@nowhere.example')) return 'refused';
    this.sent.push(structuredClone(mail));
    return 'sent';
  }
}

/** Tokens that anyone can read and forge. */
export class FakeMailLinkTokens implements MailLinkTokens {
  constructor(private readonly clock: Clock) {}

  async issue(purpose: MailLinkPurpose, claims: MailLinkClaims, state: string, ttlMs: number): Promise<string> {
    return `${purpose}:${JSON.stringify({ ...claims, state, until: this.clock.now().getTime() + ttlMs })}`;
  }

  async read(purpose: MailLinkPurpose, token: string): ReturnType<MailLinkTokens['read']> {
    if (!token.startsWith(`${purpose}:`)) return undefined;
    const { userId, email, state, until } = JSON.parse(token.slice(purpose.length + 1));
    return this.clock.now().getTime() < until
      ? { userId, email, isBoundTo: (present) => present === state }
      : undefined;
  }
}

/** Keeps what was told of each user: the newest. */
export class FakeUserEventPublisher implements UserEventPublisher {
  readonly told = new Map<string, UserChanged | UserDeleted>();

  async publish(event: UserChanged | UserDeleted): Promise<void> {
    const before = this.told.get(event.userId);
    if (!before || before.revision < event.revision) this.told.set(event.userId, structuredClone(event));
  }
}

/** Key pairs that sign nothing. */
export class FakeKeyPairMaker implements KeyPairMaker {
  private count = 0;

  async make(): Promise<NewKeyPair> {
    const kid = `key-${++this.count}`;
    return {
      kid,
      publicJwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid, alg: 'ES256', use: 'sig' },
      sealedPrivateKey: new Uint8Array([this.count]),
    };
  }
}

/** Tokens that anyone can read and forge: their claims as JSON. */
export class FakeSessionTokens implements SessionTokenIssuer, RefreshTokenReader {
  constructor(private readonly clock: Clock) {}

  async issue({ id, userId, generation, issue, idleExpiresAt }: Session): Promise<SessionTokens> {
    return {
      accessToken: `access:${id}`,
      accessExpiresAt: new Date(this.clock.now().getTime() + 900_000),
      refreshToken: `refresh:${JSON.stringify({ sessionId: id, userId, generation, issue })}`,
      refreshExpiresAt: idleExpiresAt,
    };
  }

  async read(token: string): ReturnType<RefreshTokenReader['read']> {
    return token.startsWith('refresh:') ? JSON.parse(token.slice('refresh:'.length)) : undefined;
  }
}
