/** A person who can log in. */
export interface User {
  /** UUIDv7. */
  readonly id: string;
  /** As `normaliseEmail` spells it; unique. */
  readonly email: string;
  /** PHC string, for example `$argon2id$v=19$…`. */
  readonly passwordHash: string;
  /** An inactive user cannot log in, and their sessions do not work. */
  readonly active: boolean;
  readonly superuser: boolean;
  /** The address has been proved to be theirs. */
  readonly verified: boolean;
  /** Goes up by one with every change. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a user's sessions may do right now. */
export type UserAccess = Pick<User, 'active' | 'superuser'>;

/** The only way a superuser comes into being without another superuser: an operator's command. */
export const newSuperuser = (given: Pick<User, 'id' | 'email' | 'passwordHash'>, now: Date): User => ({
  ...given,
  active: true,
  superuser: true,
  verified: true,
  revision: 1,
  createdAt: now,
  updatedAt: now,
});
