import type { Session } from '@job-scope/auth-domain';
import type { AuthOutboxFeed, AuthUnitOfWork } from '@job-scope/auth-ports';
import { InMemorySessionStore } from '@job-scope/auth-testing';
import type { AuthPorts } from './use-cases.fixture';

/**
 * A process that may die. Before and after each call of a port is a moment; when its moments are used up it is dead:
 * the calls under way never return, and its transaction is rolled back.
 */
export class Life {
  private die: (crash: Error) => void = () => undefined;
  private readonly crash = new Promise<never>((_, reject) => (this.die = reject));
  /** Resolves when it dies. */
  readonly over = this.crash.catch(() => undefined);
  isOver = false;

  constructor(
    private moments: number,
    private readonly pass: () => Promise<void>,
  ) {}

  async moment(): Promise<void> {
    await this.pass();
    if (this.moments > 0 && !this.isOver) {
      this.moments -= 1;
      return;
    }
    this.isOver = true;
    this.die(new Error('dead'));
    await new Promise<never>(() => undefined);
  }

  /** Fails, for those who must clean up after a dead process, as a database does whose connection broke. */
  untilDeath<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.crash]);
  }

  /** To the process itself there is no failure: it is not there any more. */
  async unlessDead<T>(outcome: Promise<T>): Promise<T> {
    try {
      return await outcome;
    } catch (error) {
      if (this.isOver) await new Promise<never>(() => undefined);
      throw error;
    }
  }
}

/** The ports that touch the world outside, as a process of that life sees them. */
export const mortal = (ports: AuthPorts, life: Life): AuthPorts => ({
  ...ports,
  users: calledBy(life, ports.users),
  sessions: calledBy(life, ports.sessions),
  publisher: calledBy(life, ports.publisher),
  mailer: calledBy(life, ports.mailer),
  unitOfWork: mortalUnitOfWork(ports.unitOfWork, life),
  feed: mortalFeed(ports.feed, life),
});

const calledBy = <T extends object>(life: Life, port: T): T =>
  new Proxy(port, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        await life.moment();
        const result: unknown = await method.apply(target, args);
        await life.moment();
        return result;
      };
    },
  });

const mortalUnitOfWork = (unitOfWork: AuthUnitOfWork, life: Life): AuthUnitOfWork => ({
  run: async (work) => {
    await life.moment();
    const result = await life.unlessDead(unitOfWork.run((tx) => life.untilDeath(work(tx))));
    await life.moment();
    return result;
  },
});

const mortalFeed = (feed: AuthOutboxFeed, life: Life): AuthOutboxFeed => ({
  backlog: () => feed.backlog(),
  consume: (lane, deliver) =>
    life.unlessDead(feed.consume(lane, (message) => life.untilDeath(deliver(message))).finally(() => life.moment())),
});

/** Lets a spec see all that the store holds. */
export class GlassSessionStore extends InMemorySessionStore {
  get all(): readonly Session[] {
    return [...this.sessions.values()];
  }

  get denied(): readonly string[] {
    return [...this.denials.keys()];
  }
}
