import type { Clock } from '@job-scope/kernel';
import type { Notification, NotificationMailer, NotificationQueue } from '@job-scope/vacancies-ports';

/** A mail takes no longer to hand over, or its worker is dead. */
const CLAIM_MS = 10 * 60_000;
const FIRST_DELAY_MS = 60_000;
const MAX_DELAY_MS = 3_600_000;
/** Some four days: whatever is new by then is told by other mails. */
const MAX_ATTEMPTS = 100;

export type NotificationOutcome = 'sent' | 'refused' | 'dropped' | 'put-off';

export interface NotificationReport {
  readonly outcome: NotificationOutcome;
  readonly id: string;
  /** Why it was put off, or given up. */
  readonly failure?: unknown;
}

/**
 * Sends the mails that are queued. Each leaves the queue after it was handed over, so that a worker that dies between
 * sends it twice, as the same mail by its identifier, and never not at all.
 */
export class SendNotifications {
  constructor(
    private readonly queue: NotificationQueue,
    private readonly mailer: NotificationMailer,
    private readonly clock: Clock,
  ) {}

  async execute(limit: number): Promise<readonly NotificationReport[]> {
    const now = this.clock.now();
    const claimed = await this.queue.claim(now, new Date(now.getTime() + CLAIM_MS), limit);
    const reports: NotificationReport[] = [];
    for (const notification of claimed) reports.push(await this.deliver(notification));
    return reports;
  }

  private async deliver(notification: Notification): Promise<NotificationReport> {
    const { id, deliverTo, attempts } = notification;
    if (deliverTo === null) return this.settle(id, 'dropped');
    try {
      return await this.settle(id, await this.mailer.send({ ...notification, deliverTo }));
    } catch (failure) {
      if (attempts + 1 >= MAX_ATTEMPTS) return { ...(await this.settle(id, 'dropped')), failure };
      const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempts);
      await this.queue.putOff(id, new Date(this.clock.now().getTime() + delay));
      return { id, outcome: 'put-off', failure };
    }
  }

  private async settle(id: string, outcome: NotificationOutcome): Promise<NotificationReport> {
    await this.queue.settle(id);
    return { id, outcome };
  }
}
