import type { BroughtByKey, IdempotencyKey, IdempotencyKeys } from '@job-scope/vacancies-ports';
import type { StoredState } from './stored-state';

export class InMemoryIdempotencyKeys implements IdempotencyKeys {
  constructor(private readonly state: StoredState) {}

  async find(key: IdempotencyKey): Promise<BroughtByKey | undefined> {
    return structuredClone(this.state.idempotencyKeys.get(textOf(key))?.brought);
  }

  async remember(key: IdempotencyKey, brought: BroughtByKey): Promise<boolean> {
    if (this.state.idempotencyKeys.has(textOf(key))) return false;
    this.state.idempotencyKeys.set(textOf(key), { brought: structuredClone(brought), storedAt: new Date() });
    return true;
  }

  /** Keys are stored in the order of time. */
  async forget(before: Date, limit: number): Promise<number> {
    const old = [...this.state.idempotencyKeys].filter(([, { storedAt }]) => storedAt < before).slice(0, limit);
    for (const [text] of old) this.state.idempotencyKeys.delete(text);
    return old.length;
  }
}

const textOf = ({ owner, key }: IdempotencyKey): string => JSON.stringify([owner, key]);
