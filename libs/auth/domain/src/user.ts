import { err, ok, type Failure, type Result } from '@job-scope/kernel';

/** A person who can log in. */
export interface User {
  /** UUIDv7. */
  readonly id: string;
  /** As `normaliseEmail` spells it; unique. */
  readonly email: string;
  /** What the person wants to be called; null if they did not say. */
  readonly displayName: string | null;
  /** PHC string, for example `$argon2id$v=19$…`. */
  readonly passwordHash: string;
  /** An inactive user cannot log in, and their sessions do not work. */
  readonly active: boolean;
  readonly superuser: boolean;
  /** The address has been proved to be theirs; until then they cannot log in. */
  readonly verified: boolean;
  /** Goes up by one with every change. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a user's sessions may do right now. */
export type UserAccess = Pick<User, 'active' | 'superuser'>;

/** The same, with the revision of the user that says so: of two marks the higher one is true. */
export type AccessMark = UserAccess & Pick<User, 'revision'>;

export const accessMarkOf = ({ active, superuser, revision }: User): AccessMark => ({ active, superuser, revision });

/** The mark of a user who does not exist any more: nothing can come after it. */
export const GONE: AccessMark = { active: false, superuser: false, revision: Number.MAX_SAFE_INTEGER };

type NewUser = Pick<User, 'id' | 'email' | 'displayName' | 'passwordHash'>;

/** Whoever registers or is invited: nothing but an account, until the address is confirmed. */
export const newUser = (given: NewUser, now: Date): User => ({
  ...given,
  active: true,
  superuser: false,
  verified: false,
  revision: 1,
  createdAt: now,
  updatedAt: now,
});

/** The only way a superuser comes into being without another superuser: an operator's command. */
export const newSuperuser = (given: Pick<User, 'id' | 'email' | 'passwordHash'>, now: Date): User => ({
  ...newUser({ ...given, displayName: null }, now),
  superuser: true,
  verified: true,
});

export type UserChange = Partial<Omit<User, 'id' | 'revision' | 'createdAt' | 'updatedAt'>>;

/** The user after a change; what is undefined stays. The very same object if it changes nothing. */
export const changeUser = (user: User, change: UserChange, now: Date): User => {
  const isNews = ([name, value]: [string, unknown]): boolean =>
    value !== undefined && value !== user[name as keyof UserChange];
  const news = Object.entries(change).filter(isNews);
  return news.length === 0
    ? user
    : { ...user, ...Object.fromEntries(news), revision: user.revision + 1, updatedAt: now };
};

/** How much a change takes away: `all` access, or only that of a superuser. */
export type TakenAccess = 'all' | 'superuser';

export const accessTaken = (before: UserAccess, after: UserAccess): TakenAccess | undefined => {
  if (before.active && !after.active) return 'all';
  return before.superuser && !after.superuser ? 'superuser' : undefined;
};

export const isActiveSuperuser = ({ active, superuser }: UserAccess): boolean => active && superuser;

/**
 * What the links in mails are bound to: it changes when one is used, when the password changes, and when somebody
 * registers the unconfirmed address again, and each makes every earlier link void.
 */
export const mailLinkState = ({ email, verified, passwordHash }: User): string =>
  JSON.stringify([email, verified, passwordHash]);

const DISPLAY_NAME_MAX_LENGTH = 100;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A name as it is stored: trimmed, one line, in one spelling (NFC). Its length is in code points. */
export const normaliseDisplayName = (text: string): Result<string, Failure<'user.display-name-invalid'>> => {
  const name = text.trim().normalize('NFC');
  const length = [...name].length;
  if (length >= 1 && length <= DISPLAY_NAME_MAX_LENGTH && !UNPRINTABLE.test(name)) return ok(name);
  const message = `must be one line of 1 to ${DISPLAY_NAME_MAX_LENGTH} characters`;
  return err({ code: 'user.display-name-invalid', fields: [{ pointer: '/displayName', message }] });
};
