import type { BroughtByKey, IdempotencyKey, IdempotencyKeys } from '@job-scope/vacancies-ports';
import type { StoredState } from './stored-state';

export class InMemoryIdempotencyKeys implements IdempotencyKeys {
  constructor(private readonly state: StoredState) {}

  async find(key: IdempotencyKey): Promise<BroughtByKey | undefined> {
    return structuredClone(this.state.idempotencyKeys.get(textOf(key)));
  }

  async remember(key: IdempotencyKey, brought: BroughtByKey): Promise<boolean> {
    if (this.state.idempotencyKeys.has(textOf(key))) return false;
    this.state.idempotencyKeys.set(textOf(key), structuredClone(brought));
    return true;
  }
}

const textOf = ({ owner, key }: IdempotencyKey): string => JSON.stringify([owner, key]);
