import {
  changeUser,
  mailWanted,
  newUser,
  normaliseDisplayName,
  normaliseEmail,
  normalisePassword,
  userChanged,
  type MailLanguage,
  type User,
} from '@job-scope/auth-domain';
import type {
  AuthTransaction,
  AuthUnitOfWork,
  CommonPasswords,
  PasswordHasher,
  UserReader,
} from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import { invalid } from './failures';
import type { RequestClient } from './granted-tokens';
import { newPasswordFaults } from './new-password';
import { anonymousAudit } from './requester';

export interface RegisterUserInput {
  readonly email: string;
  readonly password: string;
  readonly displayName: string | null;
  readonly language: MailLanguage;
  readonly client: RequestClient;
}

export type RegisterUserFailure = Failure<'users.invalid'>;

/**
 * Makes an account that works once its address is confirmed. Nobody learns from the answer whether the address has an
 * account already: its owner learns that by mail. Whoever registers an unconfirmed address again takes it over, with
 * their own password, and earlier links become void.
 */
export class RegisterUser {
  constructor(
    private readonly users: UserReader,
    private readonly hasher: PasswordHasher,
    private readonly commonPasswords: CommonPasswords,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async execute(input: RegisterUserInput): Promise<Result<void, RegisterUserFailure>> {
    const email = normaliseEmail(input.email);
    const displayName = input.displayName === null ? ok(null) : normaliseDisplayName(input.displayName);
    const fields = [
      ...(email.ok ? [] : (email.error.fields ?? [])),
      ...newPasswordFaults(this.commonPasswords, input.password, email.ok ? email.value : '', '/password'),
      ...(displayName.ok ? [] : (displayName.error.fields ?? [])),
    ];
    if (!email.ok || !displayName.ok || fields.length > 0) return err(invalid(fields));

    // Hashed for a known address too: the time it takes must not tell the two apart.
    const passwordHash = await this.hasher.hash(normalisePassword(input.password));
    const wanted = { email: email.value, passwordHash, displayName: displayName.value };
    while (!(await this.store(wanted, input))) continue;
    return ok(undefined);
  }

  /** False if somebody else registered the address in this very moment: it is to be looked at again. */
  private async store(wanted: Pick<User, 'email' | 'passwordHash' | 'displayName'>, input: RegisterUserInput) {
    const known = await this.users.findByEmail(wanted.email);
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      if (!known) {
        const user = newUser({ id: this.ids.next(), ...wanted }, now);
        return (await tx.users.add(user)) && this.welcome(tx, user, input);
      }
      const owner = await tx.users.lock(known.id);
      if (!owner || owner.email !== wanted.email) return false;
      if (owner.verified || !owner.active) {
        await tx.outbox.append([mailWanted(owner, 'already-registered', input.language)]);
        return true;
      }
      const user = changeUser(owner, wanted, now);
      return (await tx.users.save(user)) && this.welcome(tx, user, input);
    });
  }

  private async welcome(tx: AuthTransaction, user: User, { language, client }: RegisterUserInput): Promise<true> {
    await tx.outbox.append([userChanged(user), mailWanted(user, 'confirm-email', language)]);
    await tx.audit.append(anonymousAudit(client, 'user.registered', user.id, user.updatedAt));
    return true;
  }
}
