import { err, ok, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import { newSuperuser, normaliseEmail, normalisePassword, passwordFaults, userChanged } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, PasswordGenerator, PasswordHasher, UserReader } from '@job-scope/auth-ports';

export type CreateSuperuserOutput =
  /** The password is nowhere else: it can be shown once and never read again. */
  | { readonly created: true; readonly email: string; readonly password: string }
  /** A user of that address exists, and is left exactly as it was. */
  | { readonly created: false; readonly email: string };

/** Makes the first superuser. Only an operator's command may call it. */
export class CreateSuperuser {
  constructor(
    private readonly users: UserReader,
    private readonly passwords: PasswordGenerator,
    private readonly hasher: PasswordHasher,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async execute(emailText: string): Promise<Result<CreateSuperuserOutput, Failure<'user.email-invalid'>>> {
    const parsed = normaliseEmail(emailText);
    if (!parsed.ok) return err(parsed.error);
    const email = parsed.value;
    if (await this.users.findByEmail(email)) return ok({ created: false, email });
    const password = this.generate(email);
    const created = await this.add(email, await this.hasher.hash(normalisePassword(password)));
    return ok(created ? { created, email, password } : { created, email });
  }

  private generate(email: string): string {
    const password = this.passwords.generate();
    const [fault] = passwordFaults({ password, email, common: false, pointer: '/password' });
    if (fault) throw new Error(`the generated password breaks the password policy: it ${fault.message}`);
    return password;
  }

  private add(email: string, passwordHash: string): Promise<boolean> {
    const now = this.clock.now();
    const user = newSuperuser({ id: this.ids.next(), email, passwordHash }, now);
    return this.unitOfWork.run(async (tx) => {
      if (!(await tx.users.add(user))) return false;
      await tx.outbox.append([userChanged(user)]);
      await tx.audit.append({
        at: now,
        action: 'user.created',
        actor: { kind: 'operator' },
        subject: { kind: 'user', id: user.id },
        ip: null,
        userAgent: null,
        details: { superuser: 'true' },
      });
      return true;
    });
  }
}
