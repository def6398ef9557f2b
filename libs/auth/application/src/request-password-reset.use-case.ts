import { mailWanted, normaliseEmail, type MailLanguage } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, UserReader } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import type { RequestClient } from './granted-tokens';
import { anonymousAudit } from './requester';

export interface RequestPasswordResetInput {
  readonly email: string;
  readonly language: MailLanguage;
  readonly client: RequestClient;
}

/** Has a link sent by which an active user can set another password. Nobody learns whether there is such a user. */
export class RequestPasswordReset {
  constructor(
    private readonly users: UserReader,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ email: text, language, client }: RequestPasswordResetInput): Promise<void> {
    const email = normaliseEmail(text);
    if (!email.ok) return;
    const user = await this.users.findByEmail(email.value);
    await this.unitOfWork.run(async (tx) => {
      if (user?.active) await tx.outbox.append([mailWanted(user, 'reset-password', language)]);
      await tx.audit.append(
        anonymousAudit(client, 'password.reset-requested', user?.id, this.clock.now(), { email: email.value }),
      );
    });
  }
}
