import { Inject, Injectable } from '@nestjs/common';
import { gauge } from '@job-scope/platform-nest';
import { ReadOutboxBacklog, type OutboxBacklogView } from '@job-scope/vacancies-application';

const MS_PER_SECOND = 1_000;

/** How far the relay is behind, asked for when the metrics are read. */
@Injectable()
export class OutboxGauges {
  constructor(@Inject(ReadOutboxBacklog) backlog: ReadOutboxBacklog) {
    // What cannot be read now keeps its last value: the other metrics must be served all the same.
    const read = (show: (view: OutboxBacklogView) => void) => () => backlog.execute().then(show, () => undefined);

    const messages = gauge({
      name: 'outbox_messages',
      help: 'Events in the outbox: `pending` wait for delivery, `set-aside` failed too often',
      labelNames: ['state'],
      collect: read(({ pending, setAside }) => {
        messages.set({ state: 'pending' }, pending);
        messages.set({ state: 'set-aside' }, setAside);
      }),
    });
    const age = gauge({
      name: 'outbox_oldest_age_seconds',
      help: 'Age of the oldest event that waits for delivery; 0 when none waits',
      collect: read(({ oldestAt }) => age.set(oldestAt ? (Date.now() - oldestAt.getTime()) / MS_PER_SECOND : 0)),
    });
  }
}
