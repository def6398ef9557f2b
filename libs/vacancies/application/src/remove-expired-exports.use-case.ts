import type { Clock } from '@job-scope/kernel';
import type { ExportFiles, ExportQueue } from '@job-scope/vacancies-ports';

const AT_ONCE = 100;

/** Takes away files that can be had no more, and then what is known of them. */
export class RemoveExpiredExports {
  constructor(
    private readonly queue: ExportQueue,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const removed = await this.queue.forgetExpired(this.clock.now(), AT_ONCE, async (expired) => {
      await Promise.all(expired.map((each) => this.files.remove(each)));
    });
    if (removed === AT_ONCE) await this.execute();
  }
}
