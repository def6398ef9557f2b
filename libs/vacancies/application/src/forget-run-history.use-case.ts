import type { CancelSignal, Clock } from '@job-scope/kernel';
import type { RunRetention, VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';

const AT_ONCE = 1_000;
const DAY_MS = 86_400_000;
/** Nobody repeats a request later than that. */
const KEY_DAYS = 7;

/**
 * Forgets how runs went that ended long ago, settled dead letters, and the keys of requests that nobody repeats any more.
 * The runs stay, and so does all of a run that has a dead letter.
 */
export class ForgetRunHistory {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
    private readonly retention: RunRetention,
  ) {}

  /** Forgets a batch at a time. */
  async execute(signal: CancelSignal): Promise<void> {
    const [ended, brought] = [this.daysAgo(this.retention.days), this.daysAgo(KEY_DAYS)];
    await this.repeat(signal, async ({ deadLetters }) => (await deadLetters.forgetSettled(ended, AT_ONCE)) === AT_ONCE);
    await this.repeat(signal, ({ collections }) => collections.forgetHistory(ended, AT_ONCE));
    await this.repeat(
      signal,
      async ({ idempotencyKeys }) => (await idempotencyKeys.forget(brought, AT_ONCE)) === AT_ONCE,
    );
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * DAY_MS);
  }

  /** As long as there may be more. */
  private async repeat(signal: CancelSignal, step: (tx: VacancyTransaction) => Promise<boolean>): Promise<void> {
    while (!signal.aborted && (await this.unitOfWork.run(step)));
  }
}
