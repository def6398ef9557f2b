import { gauge } from '@job-scope/platform-nest';
import { ReadSavedSearchBacklog } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';

/** How far looking for new matches, and telling of them, are behind. Every worker tells the same: it asks the store. */
@Injectable()
export class SavedSearchGauges {
  constructor(@Inject(ReadSavedSearchBacklog) backlog: ReadSavedSearchBacklog) {
    const due = gauge({
      name: 'saved_searches_due',
      help: 'Saved searches whose look is due',
      collect: async (): Promise<void> => due.set((await backlog.execute()).due),
    });
    const lateness = gauge({
      name: 'saved_search_late_seconds',
      help: 'How late the latest look is that is due',
      collect: async (): Promise<void> => lateness.set((await backlog.execute()).lateSeconds),
    });
    const unsent = gauge({
      name: 'notifications_unsent',
      help: 'Mails that are noted and not sent',
      collect: async (): Promise<void> => unsent.set((await backlog.execute()).unsent),
    });
  }
}
