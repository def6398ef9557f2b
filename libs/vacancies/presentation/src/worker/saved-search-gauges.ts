import { gauge } from '@job-scope/platform-nest';
import { ReadSavedSearchBacklog, type SavedSearchBacklogView } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';

/** How far looking for new matches, and telling of them, are behind. Every worker tells the same: it asks the store. */
@Injectable()
export class SavedSearchGauges {
  constructor(@Inject(ReadSavedSearchBacklog) private readonly backlog: ReadSavedSearchBacklog) {
    const due = gauge({
      name: 'saved_searches_due',
      help: 'Saved searches whose look is due',
      collect: () => this.show((view) => due.set(view.due)),
    });
    const lateness = gauge({
      name: 'saved_search_late_seconds',
      help: 'How late the latest look is that is due',
      collect: () => this.show((view) => lateness.set(view.lateSeconds)),
    });
    const unsent = gauge({
      name: 'notifications_unsent',
      help: 'Mails that are noted and not sent',
      collect: () => this.show((view) => unsent.set(view.unsent)),
    });
  }

  /** What cannot be read now keeps its last value: the other metrics must be served all the same. */
  private show(show: (view: SavedSearchBacklogView) => void): Promise<void> {
    return this.backlog.execute().then(show, () => undefined);
  }
}
