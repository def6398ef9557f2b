import type { AuditEvent, AuthContextEvent, SigningKey, User } from '@job-scope/auth-domain';
import type {
  AuditReader,
  AuthTransaction,
  AuthUnitOfWork,
  SigningKeyReader,
  UserDirectory,
  UserReader,
} from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import { InMemoryAuthOutbox } from './in-memory-auth-outbox';
import { transactionOn, type AuthState } from './in-memory-auth-transaction';
import { listAudit, listUsers } from './in-memory-lists';

/** Users, keys, outbox and audit trail; transactions run one after another, each on a copy. */
export class InMemoryAuthDatabase implements AuthUnitOfWork, UserReader, SigningKeyReader {
  protected state: AuthState = { users: [], ring: [], outbox: [], events: [], audit: [], count: 0 };
  private last: Promise<unknown> = Promise.resolve();

  constructor(protected readonly clock: Clock = { now: () => new Date() }) {}

  readonly outbox = new InMemoryAuthOutbox(() => this.state, this.clock);
  readonly directory: UserDirectory = { list: async (request) => listUsers(this.state.users, request) };
  readonly trail: AuditReader = { list: async (request) => listAudit(this.state.audit, request) };

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

  /** For specs: all that was ever appended and committed. */
  get events(): readonly AuthContextEvent[] {
    return this.state.events;
  }

  get audit(): readonly AuditEvent[] {
    return this.state.audit;
  }

  protected async transact<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T> {
    const state = structuredClone(this.state);
    const result = await work(transactionOn(state, this.clock));
    this.state = state;
    return result;
  }
}
