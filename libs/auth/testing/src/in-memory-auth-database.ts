import type { AuditEvent, AuthContextEvent, SigningKey, User } from '@job-scope/auth-domain';
import type { AuthTransaction, AuthUnitOfWork, SigningKeyReader, UserReader } from '@job-scope/auth-ports';

interface State {
  readonly users: User[];
  ring: readonly SigningKey[];
  readonly events: AuthContextEvent[];
  readonly audit: AuditEvent[];
}

/** Users, keys, outbox and audit trail; transactions run one after another, each on a copy. */
export class InMemoryAuthDatabase implements AuthUnitOfWork, UserReader, SigningKeyReader {
  protected state: State = { users: [], ring: [], events: [], audit: [] };
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T> {
    const result = this.last.then(() => this.transact(work));
    this.last = result.catch(() => undefined);
    return result;
  }

  async findById(id: string): Promise<User | undefined> {
    return structuredClone(this.state.users.find((user) => user.id === id));
  }

  async findByEmail(email: string): Promise<User | undefined> {
    return structuredClone(this.state.users.find((user) => user.email === email));
  }

  async readRing(): Promise<readonly SigningKey[]> {
    return structuredClone(this.state.ring);
  }

  /** For specs: what has been committed. */
  get events(): readonly AuthContextEvent[] {
    return this.state.events;
  }

  get audit(): readonly AuditEvent[] {
    return this.state.audit;
  }

  protected async transact<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T> {
    const state = structuredClone(this.state);
    const result = await work(transactionOn(state));
    this.state = state;
    return result;
  }
}

export const transactionOn = (state: State): AuthTransaction => ({
  users: {
    add: async (user) => {
      if (state.users.some(({ email }) => email === user.email)) return false;
      state.users.push(structuredClone(user));
      return true;
    },
  },
  signingKeys: {
    lockRing: async () => structuredClone(state.ring),
    saveRing: async (ring) => {
      state.ring = structuredClone(ring);
    },
  },
  outbox: { append: async (events) => void state.events.push(...structuredClone(events)) },
  audit: { append: async (event) => void state.audit.push(structuredClone(event)) },
});
