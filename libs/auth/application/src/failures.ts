import type { Failure, FieldFault } from '@job-scope/kernel';

/** Why a superuser's wish about a user may not come true. */
export type UserFailureCode = 'users.not-found' | 'users.changed-meanwhile' | 'users.last-superuser';

export const userNotFound: Failure<'users.not-found'> = {
  code: 'users.not-found',
  detail: 'There is no user with this identifier.',
};

export const changedMeanwhile: Failure<'users.changed-meanwhile'> = {
  code: 'users.changed-meanwhile',
  detail: 'The user has changed since they were read. Read them again.',
};

export const userGone: Failure<'auth.user-gone'> = {
  code: 'auth.user-gone',
  detail: 'The user does not exist any more.',
};

export const wrongPassword = (pointer: string): Failure<'auth.wrong-password'> => ({
  code: 'auth.wrong-password',
  detail: 'The password is wrong.',
  fields: [{ pointer, message: 'is not the password of this account' }],
});

export const linkInvalid: Failure<'auth.link-invalid'> = {
  code: 'auth.link-invalid',
  detail: 'The link has been used, has expired, or is not complete. Ask for a new one.',
  fields: [{ pointer: '/token', message: 'is not one that can be used now' }],
};

export const invalid = (fields: readonly FieldFault[] | undefined): Failure<'users.invalid'> => ({
  code: 'users.invalid',
  detail: 'The input is not one that an account can have.',
  fields,
});
