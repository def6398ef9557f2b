import {
  mailLinkOf,
  mailLinkState,
  type AuthContextEvent,
  type MailLink,
  type MailWanted,
  type User,
} from '@job-scope/auth-domain';
import type {
  AccountMailer,
  AuthOutboxFeed,
  AuthOutboxMessage,
  AuthUnitOfWork,
  DeliveryReport,
  MailLinkTokens,
  OutboxLane,
  SessionStore,
  UserEventPublisher,
  UserReader,
} from '@job-scope/auth-ports';
import { unreachable, type Clock } from '@job-scope/kernel';
import { endSessions, settleAccess } from './access';

const HOUR_MS = 3_600_000;

/** How one turn ended, for the log. */
export interface RelayOutboxOutput {
  readonly outcome: DeliveryReport['outcome'];
  readonly kind?: AuthContextEvent['kind'];
  readonly messageId?: string;
  readonly error?: unknown;
}

/** Finishes what commits have begun: each turn does one thing of the outbox. Every one may be done twice. */
export class RelayOutbox {
  constructor(
    private readonly feed: AuthOutboxFeed,
    private readonly users: UserReader,
    private readonly sessions: SessionStore,
    private readonly publisher: UserEventPublisher,
    private readonly links: MailLinkTokens,
    private readonly mailer: AccountMailer,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(lane: OutboxLane): Promise<RelayOutboxOutput> {
    const report = await this.feed.consume(lane, (message) => this.deliver(message));
    if (report.outcome === 'nothing') return report;
    const { id: messageId, event } = report.message;
    return {
      outcome: report.outcome,
      kind: event.kind,
      messageId,
      ...(report.outcome === 'failed' && { error: report.error }),
    };
  }

  private async deliver({ id, event }: AuthOutboxMessage): Promise<void> {
    switch (event.kind) {
      case 'user-changed':
      case 'user-deleted':
        await settleAccess(this.users, this.sessions, event.userId);
        return this.publisher.publish(event);
      case 'access-in-doubt':
        return settleAccess(this.users, this.sessions, event.userId, event.denialId);
      case 'sessions-to-end':
        return void (await endSessions(this.sessions, event));
      case 'mail-wanted':
        return this.mail(id, event);
      default:
        return unreachable(event);
    }
  }

  private async mail(id: string, event: MailWanted): Promise<void> {
    const user = await this.users.findById(event.userId);
    const link = mailLinkOf(event.mail);
    if (!user || isForAnotherAddress(user, event, link)) return;
    const outcome = await this.mailer.send({
      id: `${event.userId}-${id}`,
      kind: event.mail,
      to: event.to,
      // Whoever gives somebody else's address as theirs has no say in what is written to it.
      displayName: link?.purpose === 'confirm-email' ? null : user.displayName,
      language: event.language,
      link: link ? await this.linkOf(user, event, link) : null,
    });
    if (outcome === 'refused') await this.recordRefusal(event);
  }

  private async linkOf(user: User, { to }: MailWanted, { purpose, hours }: MailLink) {
    const claims = { userId: user.id, email: to };
    return { token: await this.links.issue(purpose, claims, mailLinkState(user), hours * HOUR_MS), hours };
  }

  private async recordRefusal({ userId, mail, to }: MailWanted): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.audit.append({
        at: this.clock.now(),
        action: 'mail.refused',
        actor: { kind: 'service' },
        subject: { kind: 'user', id: userId },
        ip: null,
        userAgent: null,
        details: { mail, email: to },
      }),
    );
  }
}

/** A link that opens the account must not go to an address that was the user's when they asked for it and is not now. */
const isForAnotherAddress = (user: User, { to }: MailWanted, link: MailLink | undefined): boolean =>
  link?.purpose === 'reset-password' && to !== user.email;
