import { err, isUuid, ok, type IdGenerator, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { DeadLetter, DeadLetterState, FreshDeadLetter } from '@job-scope/vacancies-domain';
import type {
  DeadLetterFilter,
  DeadLetterGroup,
  DeadLetterListFailure,
  DeadLetterReader,
  DeadLetterRepository,
} from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { StoredState } from './stored-state';

export class InMemoryDeadLetterRepository implements DeadLetterRepository {
  constructor(
    private readonly state: StoredState,
    private readonly ids: IdGenerator,
  ) {}

  async add(letter: FreshDeadLetter): Promise<void> {
    const isOfSame = ({ state, runId, windowId }: DeadLetter) =>
      state === 'open' && runId === letter.runId && windowId === letter.windowId;
    if ([...this.state.deadLetters.values()].some(isOfSame)) throw new Error('a letter of that is open already');
    const id = this.ids.next();
    this.state.deadLetters.set(id, { ...structuredClone(letter), id, state: 'open', settledAt: null });
  }

  async lock(id: string): Promise<DeadLetter | undefined> {
    return structuredClone(this.state.deadLetters.get(id));
  }

  async settle(id: string, state: Exclude<DeadLetterState, 'open'>, at: Date): Promise<void> {
    const letter = this.state.deadLetters.get(id);
    if (!letter) throw new Error(`dead letter ${id} is not stored`);
    this.state.deadLetters.set(id, { ...letter, state, settledAt: new Date(at) });
  }

  async forgetSettled(before: Date, limit: number): Promise<number> {
    const settled = [...this.state.deadLetters.values()]
      .flatMap(({ id, settledAt }) => (settledAt !== null && settledAt < before ? [{ id, settledAt }] : []))
      .sort((a, b) => a.settledAt.getTime() - b.settledAt.getTime())
      .slice(0, limit);
    for (const { id } of settled) this.state.deadLetters.delete(id);
    return settled.length;
  }
}

const LIST = 'vacancies/in-memory/dead-letters';

export class InMemoryDeadLetterReader implements DeadLetterReader {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async byId(id: string): Promise<DeadLetter | undefined> {
    return this.database.read().deadLetters.get(id);
  }

  async list(
    request: DeadLetterFilter & { limit: number; from?: PagePosition },
  ): Promise<Result<Page<DeadLetter>, DeadLetterListFailure>> {
    const { limit, from, ...filter } = request;
    const [before] = from?.after ?? [];
    if (from && (from.list !== LIST || from.after.length !== 1 || !isUuid(before))) {
      return err({ code: 'dead-letters.cursor-expired' });
    }
    const rest = [...this.database.read().deadLetters.values()]
      .filter((letter) => fits(letter, filter) && (before === undefined || letter.id < String(before)))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return ok(last && rest.length > limit ? { items, next: { list: LIST, after: [last.id] } } : { items });
  }

  async groups(): Promise<readonly DeadLetterGroup[]> {
    const groups = new Map<string, DeadLetterGroup>();
    const open = [...this.database.read().deadLetters.values()].filter(({ state }) => state === 'open');
    for (const { source, reason, failedAt } of open.sort((a, b) => a.failedAt.getTime() - b.failedAt.getTime())) {
      const key = `${source} ${reason}`;
      const known = groups.get(key) ?? { source, reason, count: 0, firstAt: failedAt, lastAt: failedAt };
      groups.set(key, { ...known, count: known.count + 1, lastAt: failedAt });
    }
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  }
}

const fits = (letter: DeadLetter, { state, source, reason }: DeadLetterFilter): boolean =>
  letter.state === state &&
  (source === undefined || letter.source === source) &&
  (reason === undefined || letter.reason === reason);
