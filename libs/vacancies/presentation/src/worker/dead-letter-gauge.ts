import { gauge } from '@job-scope/platform-nest';
import { ListDeadLetterGroups } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';

/** How much was given up and waits for a person. Every worker tells the same: it is the store that is asked. */
@Injectable()
export class DeadLetterGauge {
  constructor(@Inject(ListDeadLetterGroups) groups: ListDeadLetterGroups) {
    const letters = gauge({
      name: 'dead_letters',
      help: 'Work that was given up and waits for a person, by source and reason',
      labelNames: ['source', 'reason'],
      collect: async () => {
        const found = await groups.execute();
        // Groups that are gone must not stand at their last number.
        letters.reset();
        for (const { source, reason, count } of found) letters.set({ source, reason }, count);
      },
    });
  }
}
