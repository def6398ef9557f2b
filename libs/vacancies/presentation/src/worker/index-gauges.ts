import { gauge } from '@job-scope/platform-nest';
import { ReadIndexProgress } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';

const MS_PER_SECOND = 1_000;

/** How far search indexes are behind, what they refused, and how far an operation on them is. */
@Injectable()
export class IndexGauges {
  constructor(@Inject(ReadIndexProgress) progress: ReadIndexProgress) {
    const age = gauge({
      name: 'index_lag_seconds',
      help: 'Age of the oldest change of a vacancy that is not indexed yet; 0 when none waits',
      collect: async () => {
        const { oldestAt } = (await progress.execute()).lag;
        age.set(oldestAt ? (Date.now() - oldestAt.getTime()) / MS_PER_SECOND : 0);
      },
    });
    const refused = gauge({
      name: 'index_refused_documents',
      help: 'Vacancies that an engine refuses to index',
      labelNames: ['engine'],
      collect: async () => {
        for (const { engine, count } of (await progress.execute()).refused) refused.set({ engine }, count);
      },
    });
    const share = gauge({
      name: 'index_operation_progress',
      help: 'The share done of the operation on an index that is under way; no value while none is',
      labelNames: ['kind', 'engine'],
      collect: async () => {
        const { lastOperation } = await progress.execute();
        share.reset();
        if (lastOperation?.status !== 'running') return;
        const { kind, engine, processed, total } = lastOperation;
        share.set({ kind, engine }, total ? Math.min(1, processed / total) : 0);
      },
    });
  }
}
