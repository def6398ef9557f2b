import { gauge } from '@job-scope/platform-nest';
import { ReadSavedSearchBacklog } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';

/** How far looking for new matches, and telling of them, are behind. Every worker tells the same: it asks the store. */
@Injectable()
export class SavedSearchGauges {
  constructor(@Inject(ReadSavedSearchBacklog) backlog: ReadSavedSearchBacklog) {
    const lateness = gauge({
      name: 'saved_search_late_seconds',
      help: 'How late the latest look is that is due',
      labelNames: [],
    });
    const unsent = gauge({ name: 'notifications_unsent', help: 'Mails that are noted and not sent', labelNames: [] });
    const due = gauge({
      name: 'saved_searches_due',
      help: 'Saved searches whose look is due',
      labelNames: [],
      collect: () =>
        backlog.execute().then(
          (read) => {
            due.set(read.due);
            lateness.set(read.lateSeconds);
            unsent.set(read.unsent);
          },
          // What cannot be read now keeps its last value: the other metrics must be served all the same.
          () => undefined,
        ),
    });
  }
}
