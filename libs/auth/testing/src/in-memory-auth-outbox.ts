import type { AuthContextEvent } from '@job-scope/auth-domain';
import type { AuthOutboxBacklog, AuthOutboxFeed, Deliver, DeliveryReport, OutboxLane } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import type { AuthState, StoredMessage } from './in-memory-auth-transaction';

const MAX_ATTEMPTS = 10;
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 600_000;

const laneOf = ({ kind }: AuthContextEvent): OutboxLane => (kind === 'mail-wanted' ? 'mail' : 'access');

export class InMemoryAuthOutbox implements AuthOutboxFeed {
  private readonly held = new Set<string>();

  constructor(
    private readonly stateOf: () => AuthState,
    private readonly clock: Clock,
  ) {}

  async consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
    const stored = this.stateOf().outbox.find((each) => this.isDue(each, lane));
    if (!stored) return { outcome: 'nothing' };
    const { message } = stored;
    this.held.add(message.id);
    try {
      await deliver(structuredClone(message));
      this.remove(message.id);
      return { outcome: 'delivered', message };
    } catch (error) {
      this.postpone(message.id, lane);
      return { outcome: 'failed', message, error };
    } finally {
      this.held.delete(message.id);
    }
  }

  async backlog(): Promise<AuthOutboxBacklog> {
    const waiting = this.stateOf().outbox.filter(({ setAside }) => !setAside);
    return {
      pending: waiting.length,
      oldestAt: waiting[0]?.appendedAt ?? null,
      setAside: this.stateOf().outbox.length - waiting.length,
    };
  }

  private isDue({ message, dueAt, setAside }: StoredMessage, lane: OutboxLane): boolean {
    return laneOf(message.event) === lane && !setAside && dueAt <= this.clock.now() && !this.held.has(message.id);
  }

  private remove(id: string): void {
    const state = this.stateOf();
    state.outbox = state.outbox.filter(({ message }) => message.id !== id);
  }

  private postpone(id: string, lane: OutboxLane): void {
    const stored = this.stateOf().outbox.find(({ message }) => message.id === id);
    if (!stored) return;
    stored.attempts += 1;
    stored.setAside = lane === 'mail' && stored.attempts >= MAX_ATTEMPTS;
    const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (stored.attempts - 1));
    stored.dueAt = new Date(this.clock.now().getTime() + delay);
  }
}
