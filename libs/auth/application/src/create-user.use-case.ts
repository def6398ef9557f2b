import {
  mailWanted,
  newUser,
  normaliseDisplayName,
  normaliseEmail,
  userChanged,
  type MailLanguage,
} from '@job-scope/auth-domain';
import type { AuthUnitOfWork, PasswordGenerator, PasswordHasher } from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import { invalid } from './failures';
import { auditOf, type Requester } from './requester';
import { toUserView, type UserView } from './user.view';

export interface CreateUserInput {
  readonly requester: Requester;
  readonly email: string;
  readonly displayName: string | null;
  readonly superuser: boolean;
  readonly language: MailLanguage;
}

export type CreateUserFailure = Failure<'users.invalid' | 'users.email-taken'>;

/** Makes an account for somebody, who gets a mail to set a password: until then nobody knows one that fits. */
export class CreateUser {
  constructor(
    private readonly passwords: PasswordGenerator,
    private readonly hasher: PasswordHasher,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async execute(input: CreateUserInput): Promise<Result<UserView, CreateUserFailure>> {
    const email = normaliseEmail(input.email);
    const name = input.displayName === null ? ok(null) : normaliseDisplayName(input.displayName);
    if (!email.ok) return err(invalid(email.error.fields));
    if (!name.ok) return err(invalid(name.error.fields));

    const passwordHash = await this.hasher.hash(this.passwords.generate());
    const given = { id: this.ids.next(), email: email.value, displayName: name.value, passwordHash };
    const user = { ...newUser(given, this.clock.now()), superuser: input.superuser };
    const isNew = await this.unitOfWork.run(async (tx) => {
      if (!(await tx.users.add(user))) return false;
      await tx.outbox.append([userChanged(user), mailWanted(user, 'set-password', input.language)]);
      const details = { superuser: String(user.superuser) };
      await tx.audit.append(auditOf(input.requester, 'user.created', user.id, user.createdAt, details));
      return true;
    });
    return isNew ? ok(toUserView(user)) : err(emailTaken);
  }
}

const emailTaken: CreateUserFailure = {
  code: 'users.email-taken',
  detail: 'There is a user with this address already.',
  fields: [{ pointer: '/email', message: 'belongs to another user' }],
};
