import type { CancelSignal } from '@job-scope/kernel';
import type { VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';

export class Crash extends Error {}

/** Where a process may die: before a commit, which is then lost, or after it, when nobody heard of it any more. */
export type CrashPoint = 'before-commit' | 'after-commit' | undefined;

/** Dies at the commits that `pointOf` names; commits are counted from 0 over all lives of the process. */
export class CrashingUnitOfWork implements VacancyUnitOfWork {
  commits = 0;

  constructor(
    private readonly inner: VacancyUnitOfWork,
    private readonly pointOf: (commit: number) => CrashPoint,
  ) {}

  async run<T>(work: (tx: VacancyTransaction) => Promise<T>, signal?: CancelSignal): Promise<T> {
    const point = this.pointOf(this.commits++);
    const result = await this.inner.run(async (tx) => {
      const done = await work(tx);
      if (point === 'before-commit') throw new Crash();
      return done;
    }, signal);
    if (point === 'after-commit') throw new Crash();
    return result;
  }
}
