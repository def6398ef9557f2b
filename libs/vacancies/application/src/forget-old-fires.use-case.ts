import type { CancelSignal, Clock } from '@job-scope/kernel';
import type { FireRetention, VacancyUnitOfWork } from '@job-scope/vacancies-ports';

const AT_ONCE = 1_000;
const DAY_MS = 86_400_000;

/** Forgets what became of the times of schedules long ago. A time that was served is not served again for that. */
export class ForgetOldFires {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
    private readonly retention: FireRetention,
  ) {}

  /** Returns how many were forgotten. */
  async execute(signal: CancelSignal): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.retention.days * DAY_MS);
    let forgotten = 0;
    for (let last = AT_ONCE; last === AT_ONCE && !signal.aborted; forgotten += last) {
      last = await this.unitOfWork.run((tx) => tx.schedules.forgetFires(before, AT_ONCE));
    }
    return forgotten;
  }
}
