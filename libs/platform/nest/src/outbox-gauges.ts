import { gauge } from './metrics';

export interface OutboxBacklog {
  readonly pending: number;
  readonly oldestAt: Date | null;
  readonly setAside: number;
}

const MS_PER_SECOND = 1_000;

/** Tells in the metrics how far the relay of an outbox is behind; it is asked for when they are read. */
export function observeOutbox(backlog: () => Promise<OutboxBacklog>): void {
  const messages = gauge({
    name: 'outbox_messages',
    help: 'Events in the outbox: `pending` wait for delivery, `set-aside` failed too often',
    labelNames: ['state'],
    collect: async () => {
      const { pending, setAside } = await backlog();
      messages.set({ state: 'pending' }, pending);
      messages.set({ state: 'set-aside' }, setAside);
    },
  });
  const age = gauge({
    name: 'outbox_oldest_age_seconds',
    help: 'Age of the oldest event that waits for delivery; 0 when none waits',
    collect: async () => {
      const { oldestAt } = await backlog();
      age.set(oldestAt ? (Date.now() - oldestAt.getTime()) / MS_PER_SECOND : 0);
    },
  });
}
